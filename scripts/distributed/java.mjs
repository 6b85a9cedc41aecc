import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unavailable } from './unavailable.mjs';

/** What Trino 476 asks for. */
const OLDEST = 24;

/** The folders where Linux and macOS keep their JDKs. */
const PLACES = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines', '/opt/java'];

/** The program `java` of a JDK that is new enough. @throws Unavailable saying what was found instead. */
export function findJava() {
  const homes = [
    ...(process.env.JAVA_HOME ? [process.env.JAVA_HOME] : []),
    ...PLACES.filter(existsSync).flatMap((place) => readdirSync(place).map((name) => join(place, name))),
  ].flatMap((home) => [home, join(home, 'Contents', 'Home')]);
  const found = homes
    .map((home) => ({ home, version: versionOf(home) }))
    .filter(({ version }) => version > 0);
  const newest = found.sort((a, b) => b.version - a.version)[0];
  if (newest?.version >= OLDEST) return join(newest.home, 'bin', 'java');
  const there =
    newest === undefined ? 'none was found' : `the newest found is ${newest.version}, in ${newest.home}`;
  throw new Unavailable(
    `Trino needs a JDK of version ${OLDEST} or later, and ${there}: install one, such as Temurin 25, and set JAVA_HOME to its folder`,
  );
}

function versionOf(home) {
  const file = join(home, 'release');
  if (!existsSync(file) || !existsSync(join(home, 'bin', 'java'))) return 0;
  return Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
}
