/** TensorFlow's native library out of the Python package: the same library, from a registry that is at hand anyway. */
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupFailure } from './failure.mjs';
import { CACHE, venvProgram } from './paths.mjs';
import { PIP, PYTHON_REGISTRY } from './python.mjs';
import { explain } from './registry.mjs';
import { run } from './run.mjs';
import { adoptWheelFolder, WHEEL_VERSION } from './tensorflow-library.mjs';

/** The package, its platform and the checksum of its wheel for Python 3.11 per kind of machine. On arm64 only the full package has wheels; it has no GPU part there. */
const WHEELS = {
  'linux-x64': {
    name: 'tensorflow-cpu',
    platform: 'manylinux2014_x86_64',
    sha256: 'c855cb6bf05d32dd5928086b03a5f6b4189b63c22b95e017703cbee4291023ca',
  },
  'linux-arm64': {
    name: 'tensorflow',
    platform: 'manylinux2014_aarch64',
    sha256: '8728b12bc86941d90d0a927c40d4b21f8820964a80439a7c45f850eb37d57067',
  },
};

/**
 * Names that tfjs-node, the linker and the loader know the libraries by. Version 2.9.1 is what tfjs-node's
 * installer looks for; `_cc` is the name that the library calls itself.
 */
const NAMES = {
  'libtensorflow_cc.so.2': ['libtensorflow.so', 'libtensorflow.so.2', 'libtensorflow.so.2.9.1'],
  'libtensorflow_framework.so.2': ['libtensorflow_framework.so', 'libtensorflow_framework.so.2.9.1'],
};

const UNPACK = fileURLToPath(new URL('unpack_wheel.py', import.meta.url));

/**
 * Downloads, unpacks and links the library.
 * @returns the folder in the cache
 * @throws SetupFailure where there is no wheel for this machine, or no registry
 */
export async function fetchLibraryFromWheel(say) {
  const wheel = WHEELS[`${process.platform}-${process.arch}`];
  if (!wheel) {
    throw new SetupFailure(
      `TensorFlow's download host did not serve this machine, and for ${process.platform} on ${process.arch} there is no other source; give this machine access to it (or set HTTPS_PROXY), then start again.`,
    );
  }
  clearLeftovers();
  const downloads = join(CACHE, `wheel.partial-${process.pid}`);
  const unpacked = join(CACHE, `tensorflow.partial-${process.pid}`);
  mkdirSync(downloads, { recursive: true });
  try {
    say(`downloading ${wheel.name} ${WHEEL_VERSION} (some 210 MB)`);
    await download(wheel, downloads);
    say('unpacking the library (some 600 MB)');
    await unpack(join(downloads, readdirSync(downloads)[0]), unpacked);
    return adoptWheelFolder(unpacked);
  } finally {
    rmSync(downloads, { recursive: true, force: true });
    rmSync(unpacked, { recursive: true, force: true });
  }
}

/** Half-made folders of set-ups that were killed. The lock makes sure that they are nobody's. */
function clearLeftovers() {
  if (!existsSync(CACHE)) return;
  for (const name of readdirSync(CACHE)) {
    if (name.includes('.partial-')) rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}

/** The wheel is for Python 3.11 whatever Python is here: only its library is wanted. */
async function download({ name, platform, sha256 }, folder) {
  const wanted = `${folder}.requirements.txt`;
  writeFileSync(wanted, `${name}==${WHEEL_VERSION} --hash=sha256:${sha256}\n`);
  const target = ['--only-binary=:all:', '--python-version', '3.11', '--platform', platform];
  const args = ['-m', 'pip', 'download', ...PIP, '--no-deps', ...target, '--dest', folder];
  try {
    await run(venvProgram('python'), [...args, '--require-hashes', '--requirement', wanted], {
      log: 'tensorflow-wheel',
    });
  } catch (error) {
    throw explain(error, "downloading TensorFlow's library", PYTHON_REGISTRY);
  } finally {
    rmSync(wanted, { force: true });
  }
}

async function unpack(wheel, folder) {
  await run(venvProgram('python'), [UNPACK, wheel, folder], { log: 'tensorflow-unpack' });
  for (const [file, names] of Object.entries(NAMES)) {
    for (const name of names) symlinkSync(file, join(folder, 'lib', name));
  }
}
