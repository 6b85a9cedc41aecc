/**
 * A message of the library, which names its own options in backquotes, in the words of the command line: `minSamples`
 * becomes --min-samples, and `log: ['Income']` --log Income, where the command has that option.
 */
export function inOptionWords(message: string, optionNames: readonly string[]): string {
  return message.replace(/`(\w+)(?:: \['([^']*)'\])?`/g, (whole, name: string, value?: string) => {
    const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!optionNames.includes(option)) return whole;
    return value === undefined ? `--${option}` : `--${option} ${/\s/.test(value) ? `"${value}"` : value}`;
  });
}
