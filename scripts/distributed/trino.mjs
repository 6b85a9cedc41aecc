import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './freePorts.mjs';
import { findJava } from './java.mjs';
import { startServer, untilReady } from './server.mjs';
import { trinoFiles } from './trinoFiles.mjs';

const WORKERS = 2;
const SECONDS = 300;

const JVM = [
  ...['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-OmitStackTraceInFastThrow'],
  ...['-Djdk.attach.allowAttachSelf=true', '-Dfile.encoding=UTF-8', '--sun-misc-unsafe-memory-access=allow'],
  ...['--enable-native-access=ALL-UNNAMED', '--add-modules=jdk.incubator.vector'],
];

/**
 * Starts a Trino cluster on loopback: a coordinator that runs no work itself, and two workers, with the catalogs
 * `memory` and `postgresql`, a Postgres given. Its files are in a temporary folder that is gone when it is stopped.
 * @returns its address, its workers' processes, and what stops it.
 * @throws Unavailable where a JDK, Maven or Maven Central is not there.
 */
export async function startTrino(postgres) {
  const java = findJava();
  const files = await trinoFiles();
  const folder = mkdtempSync(join(tmpdir(), 'trino-'));
  const ports = await freePorts(1 + WORKERS);
  const server = `http://127.0.0.1:${ports[0]}`;
  const nodes = ports.map((port, i) => {
    const home = join(folder, i === 0 ? 'coordinator' : `worker${i}`);
    writeSettings(home, { port, server, files, postgres, coordinator: i === 0 });
    const words = [`-Xmx${i === 0 ? 1 : 2}G`, ...JVM, '-cp', join(files, 'lib', '*')];
    const where = [
      `-Dconfig=${join(home, 'config.properties')}`,
      `-Dlog.levels-file=${join(home, 'log.properties')}`,
    ];
    const log = join(home, 'log');
    return startServer(java, [...words, ...where, 'io.trino.server.TrinoServer'], { log, cwd: home });
  });
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.kill())); // nothing of it is kept, so nothing needs an orderly end
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(nodes[0], 'Trino', SECONDS, () => hasWorkers(server));
  } catch (error) {
    await Promise.all(nodes.map((node) => node.kill()));
    throw error;
  }
  return { server, address: `trino://shop@127.0.0.1:${ports[0]}/memory`, workers: nodes.slice(1), stop };
}

function writeSettings(home, { port, server, files, postgres, coordinator }) {
  const catalogs = join(home, 'catalog');
  mkdirSync(catalogs, { recursive: true });
  const write = (name, settings) =>
    writeFileSync(
      join(home, name),
      Object.entries(settings)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(''),
      { mode: 0o600 },
    );
  write('config.properties', {
    'node.environment': 'test',
    'node.id': `node-${port}`,
    'node.bind-ip': '127.0.0.1',
    'node.internal-address': '127.0.0.1',
    'plugin.dir': join(files, 'plugin'),
    'catalog.config-dir': catalogs,
    coordinator,
    ...(coordinator && { 'node-scheduler.include-coordinator': false }),
    'http-server.http.port': port,
    'http-server.log.enabled': false,
    'discovery.uri': server,
    'query.max-memory': '2GB',
    'query.max-memory-per-node': coordinator ? '512MB' : '1GB',
  });
  write('log.properties', { 'io.trino': 'WARN' });
  write('catalog/memory.properties', { 'connector.name': 'memory', 'memory.max-data-per-node': '1GB' });
  write('catalog/postgresql.properties', {
    'connector.name': 'postgresql',
    'connection-url': `jdbc:postgresql://${postgres.host}:${postgres.port}/${postgres.database}`,
    'connection-user': postgres.user,
    'connection-password': postgres.password,
  });
}

async function hasWorkers(server) {
  let answer = await asked(`${server}/v1/statement`, {
    method: 'POST',
    headers: { 'X-Trino-User': 'shop' },
    body: 'SELECT count(*) FROM system.runtime.nodes WHERE NOT coordinator',
  });
  let rows = [];
  while (answer.nextUri) {
    answer = await asked(answer.nextUri);
    rows = answer.data ?? rows;
  }
  return rows[0]?.[0] === WORKERS;
}

async function asked(address, request) {
  return (await fetch(address, request)).json();
}
