import { kebabCase } from '../core/kebabCase';
import type { Naming } from '../core/phrase';

/** What a command calls the library's options: `minSamples` is --min-samples, where the command has that option. */
export function optionNaming(optionNames: readonly string[]): Partial<Naming> {
  return {
    option: (name) => {
      const own = kebabCase(name);
      return optionNames.includes(own) ? `--${own}` : `\`${name}\``;
    },
  };
}
