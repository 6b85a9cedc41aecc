/** Words of a name and the numbers behind them. */
export interface NameReason {
  words: string;
  because: string;
}
