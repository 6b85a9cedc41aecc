import { DASHBOARD_OPTIONS } from '../../dashboard/options';
import { defineCommand } from '../command';
import { flag } from '../optionKinds';
import { schemaOptions } from '../schemaOptions';
import type { Terminal } from '../terminal';
import { untilInterrupted } from '../untilInterrupted';

/** Not a well-known port of anything, and the same at every start, so that links keep. */
const PORT = 8765;

const { port, host } = DASHBOARD_OPTIONS.properties;
const LISTEN = schemaOptions({ port: { ...port, default: PORT }, host });

export const dashboardCommand = defineCommand({
  usage: 'dashboard [file]',
  describe: 'Serve a page to see, steer, understand and predict segments, on this computer only',
  positionals: {
    file: {
      type: 'string',
      describe: 'A table of customers, a transaction log, or a model.json (default: the data sets)',
    },
  },
  options: {
    ...LISTEN.options,
    open: flag('Open the page in the browser'),
  },
  examples: [
    ['', 'the data sets of the catalog'],
    ['customers.csv --open', 'your own customers, in your browser'],
    ['out/model.json --port 9000', 'a model that fit wrote'],
  ],
  run: async (args, terminal) => {
    const { file, open } = args;
    const { startDashboard } = require('../../dashboard/server') as typeof import('../../dashboard/server');
    const stopped = untilInterrupted();
    // a server goes on where one answer failed
    process.on('unhandledRejection', (error) => console.error(error));
    const dashboard = await startDashboard({ file, port: PORT, ...LISTEN.given(args) });
    terminal.result({ url: dashboard.url });
    terminal.say(`The dashboard is at ${dashboard.url} (Ctrl-C stops it)`);
    if (open) await openInBrowser(dashboard.url, terminal);
    await stopped;
    terminal.say('\nStopping.');
    await dashboard.close();
  },
});

/** Where there is no browser, the address that was said is enough. */
async function openInBrowser(url: string, terminal: Terminal): Promise<void> {
  const noBrowser = () => terminal.say('No browser could be opened; open the address above yourself.');
  try {
    const { default: openPage } = await import('open');
    (await openPage(url)).on('error', noBrowser);
  } catch {
    noBrowser();
  }
}
