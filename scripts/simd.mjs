/**
 * Compiles the kernels of src/tensor/simd/assembly to WebAssembly and writes them into src/tensor/simd/kernelBytes.ts:
 * whoever installs the package needs no compiler.
 *
 *     node scripts/simd.mjs [--check]
 *
 * With --check nothing is written; it fails where the file is not what the sources make.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './setup/paths.mjs';

const SOURCE = 'src/tensor/simd/assembly/index.ts';
const TARGET = join(ROOT, 'src', 'tensor', 'simd', 'kernelBytes.ts');
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

const made = moduleOf(compiled());
if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') === made) console.log('The kernels are what their sources make.');
  else {
    console.error('src/tensor/simd/kernelBytes.ts is not what its sources make: run node scripts/simd.mjs');
    process.exitCode = 1;
  }
} else writeFileSync(TARGET, made);

function compiled() {
  const compiler = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js');
  const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
  try {
    const file = join(folder, 'kernels.wasm');
    const { status } = spawnSync(process.execPath, [compiler, SOURCE, ...OPTIONS, '-o', file], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(1);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function moduleOf(bytes) {
  const text = bytes.toString('base64');
  const lines = Array.from({ length: Math.ceil(text.length / 100) }, (_, i) =>
    text.slice(100 * i, 100 * (i + 1)),
  );
  return `/** WebAssembly in base64, made of assembly/ by scripts/simd.mjs. */
export const KERNELS =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
}
