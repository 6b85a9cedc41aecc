import { fileURLToPath } from 'node:url';
import { pythonVenv } from '../scripts/python-venv.mjs';

/**
 * The Python that has a benchmark's peers; made on the first call.
 * @param requirements file in this folder that pins them.
 * @param name of the environment's folder in .cache.
 */
export function benchPython(requirements = 'requirements.txt', name = 'bench-venv') {
  const path = fileURLToPath(new URL(requirements, import.meta.url));
  return pythonVenv(name, path, 'name the other peers only with --peers');
}
