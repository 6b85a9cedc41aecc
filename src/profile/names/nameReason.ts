/** Words of a name and the numbers behind them. */
export interface NameReason {
  text: string;
  reason: string;
}
