/** Texts of so many kinds are kept once each; of columns with more, every text is kept for itself. */
const KEPT_ONCE = 100_000;

/** Columns of texts that grow row by row. */
export class TextColumns {
  rows = 0;
  private readonly columns: string[][];
  private readonly known: (Map<string, string> | undefined)[];
  /** How long the first row is, while all are. */
  private length: number | undefined;
  private hasOneLength = true;
  /** Values from here on are empty in every row. */
  private filled = 0;

  /** @param width of the header: rows that are shorter are empty at their end, what a longer one has more is not kept. */
  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => []);
    this.known = Array.from({ length: width }, () => new Map());
  }

  add(row: readonly string[]): void {
    this.length ??= row.length;
    this.hasOneLength &&= row.length === this.length;
    for (let j = row.length; j > this.filled; j--) if (row[j - 1] !== '') this.filled = j;
    for (let j = 0; j < this.columns.length; j++) this.columns[j].push(this.once(row[j] ?? '', j));
    this.rows++;
  }

  cells(j: number): string[] {
    return this.columns[j];
  }

  /** Leaves out rows from that one on. */
  dropFrom(row: number): void {
    for (const column of this.columns) column.length = row;
    this.rows = row;
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
