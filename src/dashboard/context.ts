import type { Engine } from './engine/engine';
import type { Sessions } from './sessions';
import type { Sources } from './sources';

/** What the routes work with. */
export interface DashboardContext {
  sources: Sources;
  sessions: Sessions;
  /** Answers at once: pictures, predictions. */
  swift: Engine;
  /** Takes its time: choosing k, comparing algorithms, whole files. */
  patient: Engine;
  limits: { bytes: number; rows: number; columns: number };
}
