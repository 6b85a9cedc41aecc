import { plural, someOf } from '../../core/format';
import type { PreparedCustomers } from './prepareCustomers';

/** Who is left out of a fit, column by column, in sentences; said before customers are clustered. */
export function lossWarnings({ kept }: Pick<PreparedCustomers, 'kept'>): string[] {
  return kept.dropped.flatMap(({ rowsBefore, changes }) =>
    changes.flatMap(({ column, what, count }): string[] => {
      if (column === undefined) return [];
      const value = what.startsWith('missing') ? 'value' : 'readable value';
      const rest = `${value} in '${column}' and`;
      const remedy = value === 'value' ? ' The missing option can fill it.' : '';
      return [
        `${someOf(count, plural(rowsBefore, 'customer'), `has no ${rest} is`, `have no ${rest} are`)} left out.${remedy}`,
      ];
    }),
  );
}
