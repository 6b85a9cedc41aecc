/** A column that a step makes: its name and the expression for it. */
export type Made = readonly [name: string, expression: string];

/** The steps of a statement, each a SELECT from the one before, with plain names of ours. */
export class Steps {
  private readonly written: string[] = [];
  private current = '';

  /** @param table the table that is read: no step has its name, since some databases would take the one for the other. @param fence see `ScoringDialect`. */
  constructor(
    private readonly table: string,
    private readonly fence: string,
  ) {}

  /** A step: columns that it hands on, those that it makes, and where from. Default: from the step before. */
  add(name: string, kept: readonly string[], made: readonly Made[], from = this.current): void {
    this.write(name, `${selected(kept, made, '    ')}\n  FROM ${from}${this.fence}`);
  }

  /** A step in words of its own, without the indentation of its first line. */
  write(name: string, select: string): void {
    const free = name === this.table.toLowerCase() ? `${name}_2` : name;
    this.written.push(`${free} AS (\n  ${select}\n)`);
    this.current = free;
  }

  /** The whole statement. @param made what it makes of the last step. @param alias what the step is called there. */
  finish(made: readonly Made[], alias: string): string {
    return `WITH ${this.written.join(',\n')}\n${selected([], made, '  ')}\nFROM ${this.current} AS ${alias}`;
  }

  /** The name of the last step. */
  get last(): string {
    return this.current;
  }
}

/** `SELECT` of columns as they are and of columns made, a line each; texts may hold line ends, so nothing is indented later. */
export function selected(kept: readonly string[], made: readonly Made[], indent: string): string {
  const lines = [
    ...(kept.length > 0 ? [kept.join(', ')] : []),
    ...made.map(([name, expression]) => (name === expression ? name : `${expression} AS ${name}`)),
  ];
  return `SELECT\n${lines.map((line) => `${indent}${line}`).join(',\n')}`;
}
