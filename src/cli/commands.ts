import type { Command } from './command';
import { compareCommand } from './commands/compare';
import { dashboardCommand } from './commands/dashboard';
import { dataCommand } from './commands/data';
import { fitCommand } from './commands/fit';
import { notebooksCommand } from './commands/notebooks';
import { predictCommand } from './commands/predict';
import { reportCommand } from './commands/report';
import { rfmCommand } from './commands/rfm';
import { sqlCommand } from './commands/sql';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  fitCommand,
  predictCommand,
  rfmCommand,
  sqlCommand,
  compareCommand,
  reportCommand,
  dashboardCommand,
  dataCommand,
  notebooksCommand,
];
