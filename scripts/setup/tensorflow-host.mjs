/** TensorFlow's native library from the host that tfjs-node takes it from, where that can be reached. */
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupFailure } from './failure.mjs';
import { MODULES, venvProgram } from './paths.mjs';
import { CommandFailure, run } from './run.mjs';
import { bindingEnvironment, buildBinding } from './tensorflow-binding.mjs';
import { clearDeps, PACKAGE } from './tensorflow-library.mjs';

/** The archives that tfjs-node 4.22 names for each kind of machine, and what they must be. */
const ARCHIVES = {
  'linux-x64': {
    name: 'libtensorflow-cpu-linux-x86_64-2.9.1.tar.gz',
    sha256: '7f510d2546e3db5e10b1d119463689003d587842892ad3c95bca51cf82820173',
  },
  'darwin-x64': {
    name: 'libtensorflow-cpu-darwin-x86_64-2.9.1.tar.gz',
    sha256: '56f83d3320ba0f69aaafd6c058645e1b7fbc75fb9a3fc36d6be98de1291ca226',
  },
  'win32-x64': {
    name: 'libtensorflow-cpu-windows-x86_64-2.9.1.zip',
    sha256: '56fa7e84c984144311563b405bd0e565568f3cbe2c15ac4713e9c8174a02b00f',
  },
  'linux-arm64': {
    folder: 'tf-builds/',
    name: 'libtensorflow_r2_7_linux_arm64.tar.gz',
    sha256: '9395d1ff39f5b6847f5121e679ff4e599dc7061a2a7f87ceac061c78e908e6e3',
  },
  'darwin-arm64': {
    folder: 'tf-builds/',
    name: 'libtensorflow_r2_7_darwin_arm64_cpu.tar.gz',
    sha256: '13ab22b97e2af06e431aaeb7b42fb89981965dd01aa16da035d8210aa4183d79',
  },
};

const USUAL_HOST = 'https://storage.googleapis.com/';
const USUAL_FOLDER = 'tensorflow/libtensorflow/';
const FETCH = fileURLToPath(new URL('fetch_archive.py', import.meta.url));
const PROBE_SECONDS = 5;
const DOWNLOAD_SECONDS = 900;

/** @returns false when the host does not answer or gives something else: there is another way */
export async function installFromHost(say) {
  const archive = archiveOf(`${process.platform}-${process.arch}`);
  if (archive === undefined || !(await answers(archive.address))) {
    say("tfjs-node's download host does not answer; taking the library from the Python package");
    return false;
  }
  say(`downloading ${archive.address}`);
  // What an interrupted download left would pass for a library.
  clearDeps();
  try {
    await run(venvProgram('python'), [FETCH, archive.address, archive.sha256, join(PACKAGE, 'deps')], {
      log: 'tensorflow-archive',
      limitSeconds: DOWNLOAD_SECONDS,
    });
    await makeBinding();
    return true;
  } catch (error) {
    if (!(error instanceof CommandFailure || error instanceof SetupFailure)) throw error;
    clearDeps();
    say(`this failed: ${error.message}; taking the library from the Python package`);
    return false;
  }
}

/** Where the archive for a kind of machine is, on the host that the environment names, and its checksum. */
export function archiveOf(machine, env = process.env) {
  const archive = ARCHIVES[machine];
  if (archive === undefined) return undefined;
  const { folder = USUAL_FOLDER, name, sha256 } = archive;
  const host = env.TFJS_NODE_CDN_STORAGE ?? env.CDN_STORAGE ?? USUAL_HOST;
  return { address: `${host.replace(/\/?$/, '/')}${folder}${name}`, sha256 };
}

/** Compiled here. On Windows, which rarely has a compiler, tfjs-node's installer finds the library and brings the rest. */
async function makeBinding() {
  if (process.platform !== 'win32') return buildBinding();
  const env = bindingEnvironment();
  env.PATH = [join(MODULES, '.bin'), env.PATH].join(delimiter);
  await run(process.execPath, [join('scripts', 'install.js')], {
    log: 'tensorflow-installer',
    cwd: PACKAGE,
    env,
  });
}

/** Any answer will do. Behind a proxy, which this probe cannot use, the download itself finds out. */
async function answers(address) {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true;
  try {
    await fetch(new URL('/', address), {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_SECONDS * 1000),
    });
    return true;
  } catch {
    return false;
  }
}
