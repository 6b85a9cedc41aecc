import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What an empty project installs: light, without scripts, on every Node that `engines` names. */

const ROOT = resolve(__dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const manifest = read('package.json');

interface Locked {
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
  engines?: { node?: string };
}
const lock = Object.entries(read('package-lock.json').packages as Record<string, Locked>).filter(
  ([path]) => path !== '',
);
const installed = lock.filter(([, { dev, devOptional, link }]) => !dev && !devOptional && !link);

test('what is heavy is optional, and the clone has it anyway', () => {
  for (const name of ['@tensorflow/tfjs-node', 'danfojs-node', 'pg', 'trino-client']) {
    expect(manifest.dependencies).not.toHaveProperty([name]);
    expect(manifest.peerDependencies[name]).toBe(manifest.devDependencies[name]);
    expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
  }
});

test('no package of an installation has a script to run', () => {
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
});

test('every package runs on the oldest Node that `engines` names', () => {
  const oldest = Number(/^>=(\d+)$/.exec(manifest.engines.node)?.[1]);
  const asking = lock
    .filter(([, { engines }]) => {
      const ranges = (engines?.node ?? '*').split('||').map((range) => range.trim());
      const lowest = ranges.map((range) => Number(/(\d+)/.exec(range)?.[1] ?? 0));
      return Math.min(...lowest) > oldest;
    })
    .map(([path]) => path);
  expect(asking).toEqual([]);
});

test('types name an optional package in one file only', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const naming = files.filter((file) =>
    /(from|import\() ?'danfojs-node'/.test(readFileSync(join(ROOT, 'src', file), 'utf8')),
  );
  expect(naming).toEqual([join('datasets', 'frame', 'danfoTypes.ts')]);
});

test('it is built when it is packed', () => {
  expect(manifest.scripts.prepack).toBe('npm run build');
});
