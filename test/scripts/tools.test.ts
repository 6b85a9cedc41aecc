import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, messageOf } from './evaluate';

/** A PATH of one folder that holds nothing but the given shell scripts. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ONE_SENTENCE = /^[A-Z][^\n]*, then start again\.$/;
const describePosix = process.platform === 'win32' ? describe.skip : describe;

function program(name: string, body = ''): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

function environment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { PATH: folder, ...extra };
}

const failure = (call: string, extra?: NodeJS.ProcessEnv) =>
  messageOf('setup/tools.mjs', call, environment(extra));

describePosix('a missing tool is told in one sentence with its remedy', () => {
  test('no Python', () => {
    const message = failure('it.findPython()');
    expect(message).toMatch(ONE_SENTENCE);
    expect(message).toMatch(/Python 3\.10 or newer is needed, but no Python was found; install/);
  });

  test('a Python that is too old is named with its version and place', () => {
    const old = program('python3', 'echo 3.9.18; echo venv');
    const message = failure('it.findPython()');
    expect(message).toMatch(ONE_SENTENCE);
    expect(message).toContain(`only Python 3.9.18 (${old}) was found`);
  });

  test('a Python that cannot make virtual environments', () => {
    program('python3', 'echo 3.12.1; exit 1');
    const message = failure('it.findPython()');
    expect(message).toMatch(ONE_SENTENCE);
    expect(message).toContain('apt-get install python3-venv');
  });

  test('a Python that the variable PYTHON names in vain', () => {
    expect(failure('it.findPython()', { PYTHON: 'snake' })).toContain(
      'under the name that PYTHON gives, snake',
    );
  });

  test('no C++ compiler, and a compiler without make', () => {
    const none = failure('it.findCompiler()');
    expect(none).toMatch(ONE_SENTENCE);
    expect(none).toContain('none of c++, g++ and clang++ was found');
    program('g++');
    const noMake = failure('it.findCompiler()');
    expect(noMake).toMatch(ONE_SENTENCE);
    expect(noMake).toMatch(/^The program make is needed/);
  });

  test('a compiler that the variable CXX names in vain', () => {
    expect(failure('it.findCompiler()', { CXX: 'ccache nothing' })).toContain(
      'CXX names ccache, which cannot be run',
    );
  });
});

describePosix('tools that are there are found', () => {
  test('a newer Python behind an older one', () => {
    program('python3', 'echo 3.9.18; echo venv');
    const newer = program('python3.12', 'echo 3.12.4; echo venv');
    expect(evaluate('setup/tools.mjs', 'it.findPython()', environment())).toMatchObject({
      path: newer,
      version: '3.12.4',
    });
  });

  test('a compiler under any of its names', () => {
    program('make');
    const clang = program('clang++');
    expect(evaluate('setup/tools.mjs', 'it.findCompiler()', environment())).toBe(clang);
  });
});
