/** What there is to say of an error of the client, which itself holds all that was sent, password included. */
export function saidOf(cause: unknown, user?: string): string {
  const { code, message = '', response } = cause as Error & { code?: string; response?: { status: number } };
  if (response?.status === 401)
    return `the server does not let ${user ?? 'this user'} in: wrong name or password`;
  if (code === 'ECONNREFUSED') return 'no server listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no machine of that name is known';
  if (response !== undefined) return `the server answers with status ${response.status}`;
  return message || String(code);
}
