/** The address of a server as it may be shown: without passwords, whatever characters they have. */
export function shownAddress(address: string): string {
  const [, scheme, rest] = /^([a-z][a-z\d+.-]*:\/\/)(.*)$/is.exec(address) ?? [];
  if (rest === undefined) return '…';
  const [plain] = rest.split(/[?#]/, 1);
  const at = plain.lastIndexOf('@');
  if (at < 0) return scheme + (rest.includes('@') ? '…' : plain);
  const user = plain.slice(0, at);
  const colon = user.indexOf(':');
  const named = colon < 0 ? user : `${user.slice(0, colon)}:…`;
  return `${scheme}${named}@${plain.slice(at + 1)}`;
}
