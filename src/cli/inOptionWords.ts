/**
 * A message of the library, which names its own options in backquotes, in the words of the command line: `minSamples`
 * becomes --min-samples, where the command has that option.
 */
export function inOptionWords(message: string, optionNames: readonly string[]): string {
  return message.replace(/`(\w+)`/g, (whole, name: string) => {
    const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return optionNames.includes(option) ? `--${option}` : whole;
  });
}
