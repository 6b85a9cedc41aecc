import { quoteIdentifier } from '../../../datasets/sql/identifiers';

/** The name itself. @throws InputError where it cannot be a name in any SQL. */
export function checkedName(name: string): string {
  quoteIdentifier(name);
  return name;
}
