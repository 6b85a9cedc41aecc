import { formatList } from '../../../core/format';
import { unitOfMeasure } from '../../../table/recognize/measure';
import { splitNumber } from '../../../table/recognize/numberText';

/** How many were bought, apart from the units of measure that stand beside the numbers. */
export interface QuantityUnits {
  /** The units that occur, as they are written here. */
  units: string[];
  /** A text without its unit. */
  bodyOf: (text: string) => string;
}

/** '3x' and 'x 3': so many times. */
const TIMES = /^[x×] ?(?=\d)|(?<=\d) ?[x×]$/i;

/**
 * The units beside quantities, which may differ from row to row ('2 kg', '3 pcs'); undefined where a text isn't a number
 * with or without a known unit, or none has a unit.
 */
export function quantityUnits(texts: readonly string[]): QuantityUnits | undefined {
  const units = new Set<string>();
  for (const text of texts) {
    const split = splitNumber(text.replace(TIMES, ''), true);
    if (split === undefined || (split.unit !== '' && unitOfMeasure(split.unit) === undefined))
      return undefined;
    if (split.unit !== '') units.add(split.unit);
    else if (TIMES.test(text)) units.add('×');
  }
  const bodyOf = (text: string) => splitNumber(text.replace(TIMES, ''), true)?.body ?? text;
  return units.size === 0 ? undefined : { units: [...units].sort(), bodyOf };
}

/** Units that measure the same in another size: one price cannot be that of each. */
const SIZES: readonly (readonly string[])[] = [
  ['kg', 'g', 'mg', 'lb', 'oz', 't'],
  ['l', 'ml', 'cl'],
  ['m', 'cm', 'mm', 'km', 'ft', 'in', 'yd', 'miles'],
  ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'],
];

/** Units of which one is a part of another, such as kg and g; undefined where there are none. */
export function sizesOfOne(units: readonly string[]): string | undefined {
  const several = SIZES.map((sizes) => units.filter((unit) => sizes.includes(unit))).find(
    ({ length }) => length > 1,
  );
  return several && formatList(several);
}
