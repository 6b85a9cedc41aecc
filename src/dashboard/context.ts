import type { Engine } from './engine/engine';
import type { EngineName } from './engine/task';
import type { Sessions } from './sessions';
import type { Sources } from './sources';

/** What the routes work with. */
export interface DashboardContext {
  sources: Sources;
  sessions: Sessions;
  engines: Record<EngineName, Engine>;
  limits: { bytes: number; rows: number; columns: number };
}
