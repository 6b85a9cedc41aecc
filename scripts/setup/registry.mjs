/** Tells an unreachable package registry from every other failure of npm and pip. */
import { SetupFailure } from './failure.mjs';
import { CommandFailure } from './run.mjs';

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeoutError|ReadTimeoutError|Failed to establish a new connection|Name or service not known|related to network connectivity|ProxyError|certificate verify failed|SELF_SIGNED_CERT/i;

/** True when the program's output says that a host did not answer (or could not be trusted). */
export function isUnreachable(output) {
  return UNREACHABLE.test(output);
}

/**
 * Turns a failed command into one sentence.
 * @param what what was being done, to follow "while"
 * @param registry which registry was asked, and the setting that changes it
 */
export function explain(error, what, { registry, setting }) {
  if (!(error instanceof CommandFailure)) return error;
  const sentence = isUnreachable(error.output)
    ? `${registry} did not answer while ${what}; check the network or the proxy (HTTPS_PROXY), or name another registry in ${setting}, then start again: finished steps are kept (log: ${error.log}).`
    : `A command failed while ${what}: ${lastWords(error)} (log: ${error.log}).`;
  return new SetupFailure(sentence, { cause: error });
}

/** The last line that says something, which is where tools name the reason. */
export function lastWords(error) {
  const lines = error.output.split('\n').map((line) => line.trim());
  const telling = lines.filter(
    (line) => /error|fatal|cannot|failed/i.test(line) && !/debug-\d+\.log|A complete log/.test(line),
  );
  return (telling.at(-1) ?? error.message).replace(/\.$/, '');
}
