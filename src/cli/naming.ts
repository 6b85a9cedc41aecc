import type { Naming } from '../core/phrase';

/** What a command calls the library's options: `minSamples` is --min-samples, where the command has that option. */
export function optionNaming(optionNames: readonly string[]): Partial<Naming> {
  return {
    option: (name) => {
      const own = optionName(name);
      return optionNames.includes(own) ? `--${own}` : `\`${name}\``;
    },
  };
}

/** minSamples → min-samples */
export function optionName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
