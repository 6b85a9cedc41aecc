/** Texts of so many kinds are kept once each; of columns with more, every text is kept for itself. */
const KEPT_ONCE = 100_000;

/** Columns of texts that grow row by row. */
export class TextColumns {
  rows = 0;
  private readonly columns: string[][] = [];
  private readonly known: (Map<string, string> | undefined)[] = [];
  /** How long the first row is, while all are. */
  private length: number | undefined;
  private hasOneLength = true;
  /** Columns from here on are empty in every row. */
  private filled = 0;

  /** @param width of the header: rows that are shorter are empty at their end. */
  add(row: readonly string[], width: number): void {
    this.length ??= row.length;
    this.hasOneLength &&= row.length === this.length;
    for (let j = Math.max(row.length, width) - 1; j >= this.columns.length; j--) this.known[j] = new Map();
    while (this.columns.length < Math.max(row.length, width))
      this.columns.push(new Array(this.rows).fill(''));
    for (let j = 0; j < this.columns.length; j++) {
      const text = row[j] ?? '';
      if (text !== '' && j >= this.filled) this.filled = j + 1;
      this.columns[j].push(this.once(text, j));
    }
    this.rows++;
  }

  cells(j: number): string[] {
    return this.columns[j] ?? [];
  }

  /** Blank lines at the end of a file of one column are no rows. */
  dropBlankEnd(most: number): void {
    for (let blank = 0; blank < most && this.rows > 0 && this.columns[0][this.rows - 1] === ''; blank++) {
      this.columns[0].pop();
      this.rows--;
    }
  }

  /**
   * Whether every row has values behind the header's last name, all of them empty: some programs end every line, or every
   * line but the header, with delimiters.
   */
  isEmptyBehind(named: number): boolean {
    return this.hasOneLength && (this.length ?? 0) > named && this.filled <= named;
  }

  private once(text: string, j: number): string {
    const known = this.known[j];
    if (known === undefined) return text;
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= KEPT_ONCE) this.known[j] = undefined;
    else known.set(text, text);
    return text;
  }
}
