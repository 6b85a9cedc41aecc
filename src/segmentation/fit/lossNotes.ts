import { formatCount } from '../../core/format';
import type { PreparedCustomers } from './prepareCustomers';

/** Who is left out of a fit, column by column, in sentences; said before customers are clustered. */
export function lossNotes({ kept }: Pick<PreparedCustomers, 'kept'>): string[] {
  return kept.dropped.flatMap(({ rowsBefore, changes }) =>
    changes.flatMap(({ column, what, count }): string[] => {
      if (column === undefined) return [];
      const value = what.startsWith('missing') ? 'value' : 'readable value';
      const [have, are] = count === 1 ? ['has', 'is'] : ['have', 'are'];
      const remedy = value === 'value' ? ' The missing option can fill it.' : '';
      return [
        `${formatCount(count)} of ${formatCount(rowsBefore)} customers ${have} no ${value} in '${column}' and ${are} left out.${remedy}`,
      ];
    }),
  );
}
