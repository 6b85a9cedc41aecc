import type { Engines } from './engine/engines';
import type { Sessions } from './sessions';
import type { Sources } from './sources';

/** What the routes work with. */
export interface DashboardContext {
  sources: Sources;
  sessions: Sessions;
  engines: Engines;
  limits: { bytes: number; rows: number; columns: number };
}
