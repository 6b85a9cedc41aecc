/** tfjs-node's own installer: library and binding ready-made, where its host can be reached. */
import { delimiter, join } from 'node:path';
import { readJson } from './files.mjs';
import { MODULES } from './paths.mjs';
import { CommandFailure, run } from './run.mjs';
import { bindingEnvironment } from './tensorflow-binding.mjs';
import { clearDeps, PACKAGE } from './tensorflow-library.mjs';

const PROBE_SECONDS = 5;
const INSTALLER_SECONDS = 900;

/** @returns false when the host does not answer or the installer fails: there is another way */
export async function installFromHost(say) {
  if (!(await hostAnswers())) {
    say("tfjs-node's download host does not answer; taking the library from the Python package");
    return false;
  }
  say("running tfjs-node's installer");
  // What an interrupted download left would pass for a library.
  clearDeps();
  const env = bindingEnvironment();
  env.PATH = [join(MODULES, '.bin'), env.PATH].join(delimiter);
  try {
    await run(process.execPath, [join('scripts', 'install.js')], {
      log: 'tensorflow-installer',
      cwd: PACKAGE,
      env,
      limitSeconds: INSTALLER_SECONDS,
    });
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    say(`tfjs-node's installer failed (log: ${error.log}); taking the library from the Python package`);
    return false;
  }
}

/** Any answer will do. Behind a proxy, which this probe cannot use, the installer itself finds out. */
async function hostAnswers() {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true;
  const host =
    process.env.TFJS_NODE_BASE_URI ??
    process.env.TFJS_NODE_CDN_STORAGE ??
    process.env.CDN_STORAGE ??
    readJson(join(PACKAGE, 'package.json'))?.binary?.host;
  try {
    await fetch(new URL('/', host), { method: 'HEAD', signal: AbortSignal.timeout(PROBE_SECONDS * 1000) });
    return true;
  } catch {
    return false;
  }
}
