import { number } from '../../plot/base/words';

/** An amount in whole units of money, with the unit where there is one. */
export function money(amount: number, unit: string): string {
  return unit ? `${number(amount, 0)} ${unit}` : number(amount, 0);
}
