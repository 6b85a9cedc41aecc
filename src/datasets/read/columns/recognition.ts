import { formatList } from '../../../core/format';
import { display } from '../../../core/options';
import type { Cell } from '../../../table/cell';

/** Collects what was recognized column by column, and says the same of several columns once. */
export class Recognition {
  private readonly found = new Map<string, { columns: string[]; example: string }>();
  private readonly remarks: string[] = [];

  /** @param what e.g. 'dates written dd.MM.yyyy'; `text` and `value` are its example. */
  add(column: string, what: string, text: string, value: Cell): void {
    const same = this.found.get(what);
    if (same) same.columns.push(column);
    else this.found.set(what, { columns: [column], example: `${display(text)} is ${String(value)}` });
  }

  /** Anything else that a reader should know. */
  remark(sentence: string): void {
    this.remarks.push(sentence);
  }

  sentences(): string[] {
    const found = Array.from(
      this.found,
      ([what, { columns, example }]) => `${what} in ${listed(columns)}: ${example}`,
    );
    return [...found, ...this.remarks];
  }
}

/** "'a', 'b' and 'c'"; of more than five the first four and how many more. */
function listed(columns: readonly string[]): string {
  const shown = columns.length > 5 ? columns.slice(0, 4) : columns;
  const names = shown.map((name) => display(name));
  if (shown.length < columns.length) names.push(`${columns.length - shown.length} more columns`);
  return formatList(names);
}
