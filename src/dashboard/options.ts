import { type Given, integer, names, object, optional, text } from '../core/schema';

const MEBIBYTE = 1024 * 1024;
const MINUTE = 60_000;

/** What the options may be. @internal */
export const DASHBOARD_OPTIONS = object({
  /** A customer table, a transaction log, or a model that was saved, to begin with. Default: the data sets of the catalog. */
  file: optional(text({ expects: 'the path of a file' })),
  /** Default 0: any free port. */
  port: integer({
    description: 'Port to listen on; 0 takes any free one',
    minimum: 0,
    maximum: 65_535,
    default: 0,
  }),
  /**
   * The address to listen on. Default '127.0.0.1': this computer only. Whoever reaches another address can use the
   * page and see `file`: there is no password.
   */
  host: text({
    description: 'Address to listen on; whoever reaches it can use the page',
    minLength: 1,
    default: '127.0.0.1',
    expects: "an address such as '127.0.0.1'",
  }),
  /** Names under which the server may be asked besides its addresses, those of loopback and, on all addresses, the machine's name. Default none. */
  hosts: names({ default: [] }),
  /** Largest file taken, in bytes. Default 200 MiB. */
  uploadBytes: integer({ minimum: 1, default: 200 * MEBIBYTE }),
  /** Largest table taken, in rows. Default 1,000,000. */
  uploadRows: integer({ minimum: 1, default: 1_000_000 }),
  /** Widest table taken, in columns. Default 500. */
  uploadColumns: integer({ minimum: 1, default: 500 }),
  /** Silence after which a tab and its files are forgotten, in ms. Default one hour. */
  idle: integer({ minimum: 1, default: 60 * MINUTE }),
  /** How long one piece of work may take, in ms; then it is stopped. Default five minutes. */
  longestWork: integer({ minimum: 1, default: 5 * MINUTE }),
  /** How long a client may be silent in the midst of a request, in ms. Default 30 s. */
  silence: integer({ minimum: 1, default: 30_000 }),
});

/** Options of `startDashboard`. */
export interface DashboardOptions extends Given<typeof DASHBOARD_OPTIONS> {}
