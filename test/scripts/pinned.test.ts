import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluate } from './evaluate';

/** What set-up downloads is what was meant: everything has a hash. */

const ROOT = join(__dirname, '..', '..');
const LOCKED = [
  'requirements-jupyter',
  'scripts/reference/requirements',
  'bench/requirements',
  'bench/rfm-requirements',
];

describe.each(LOCKED)('%s.txt', (name) => {
  const text = readFileSync(join(ROOT, `${name}.txt`), 'utf8');
  const entries = text
    .split(/\n(?=\S)/)
    .filter((entry) => !entry.startsWith('#'))
    .map((entry) => entry.trim());

  test('names a version and hashes of every package', () => {
    for (const entry of entries)
      expect(entry).toMatch(/^[a-z0-9-]+==\S+( ; [^\\]+)? \\\n( +--hash=sha256:[0-9a-f]{64}( \\\n)?)+$/);
  });

  test('holds what its .in file asks for', () => {
    const wanted = readFileSync(join(ROOT, `${name}.in`), 'utf8').match(/^[a-z].*==.*$/gm)!;
    expect(wanted.length).toBeGreaterThan(0);
    for (const pinned of wanted) expect(entries.map((entry) => entry.split(' ')[0])).toContain(pinned);
  });
});

test('pip takes nothing without a hash, and builds nothing', () => {
  expect(evaluate('setup/python.mjs', 'it.LOCKED')).toEqual(['--require-hashes', '--only-binary', ':all:']);
});

describe('an archive', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const fetched = (sha256: string) => {
    writeFileSync(join(folder, 'tensorflow.txt'), 'a library');
    const archive = join(folder, 'a.tar.gz');
    spawnSync('tar', ['-czf', archive, '-C', folder, 'tensorflow.txt']);
    const hash = createHash('sha256').update(readFileSync(archive)).digest('hex');
    const target = join(folder, 'deps');
    const args = [pathToFileURL(archive).href, sha256 || hash, target];
    const python = evaluate<{ path: string }>('setup/tools.mjs', 'it.findPython()').path;
    const { status, stderr } = spawnSync(python, [join(ROOT, 'scripts/setup/fetch_archive.py'), ...args], {
      encoding: 'utf8',
    });
    return { status, stderr, files: existsSync(target) ? readdirSync(target) : [] };
  };

  test('with its hash is unpacked', () => {
    expect(fetched('')).toEqual({ status: 0, stderr: '', files: ['tensorflow.txt'] });
  });

  test('with another is refused, and nothing of it is left', () => {
    const { status, stderr, files } = fetched('0'.repeat(64));
    expect(status).toBe(1);
    expect(stderr).toMatch(/is not the file that was meant: its SHA-256 is [0-9a-f]{64}, not 0{64}/);
    expect(files).toEqual([]);
  });

  test('from a mirror must be the same', () => {
    const at = (env: object) =>
      evaluate<{ address: string; sha256: string }>(
        'setup/tensorflow-host.mjs',
        `it.archiveOf('linux-x64', ${JSON.stringify(env)})`,
      );
    const { address, sha256 } = at({});
    expect(address).toMatch(/^https:\/\//);
    expect(at({ CDN_STORAGE: 'https://mirror.example' })).toEqual({
      address: 'https://mirror.example/tensorflow/libtensorflow/libtensorflow-cpu-linux-x86_64-2.9.1.tar.gz',
      sha256,
    });
  });
});
