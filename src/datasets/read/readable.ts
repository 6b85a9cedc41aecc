import { formatList } from '../../core/format';
import { FORMAT_NAMES } from './formats';

/** What is said of any other file. */
export const READABLE = `tables are read from ${formatList(FORMAT_NAMES)} files`;
