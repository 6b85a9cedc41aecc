/** Whether a format in date-fns's tokens is one that a cast reads: '2024-05-31', with hours and minutes, seconds and their decimals. */
export function isIsoFormat(format: string): boolean {
  return /^yyyy-MM-dd(( |'T')HH:mm(:ss(\.S+)?)?)?$/.test(format);
}
