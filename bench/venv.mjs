import { fileURLToPath } from 'node:url';
import { pythonVenv } from '../scripts/python-venv.mjs';

/** The Python that has the peers of bench/requirements.txt; made on the first call. */
export function benchPython() {
  const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url));
  return pythonVenv('bench-venv', requirements, 'name the other peers only with --peers');
}
