import { InputError } from '../../core/errors';
import { mustBe } from '../../core/options';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, names, object, optional, text } from '../../core/schema';
import { columnOf, numericColumn } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { createFrame } from '../../datasets/frame/dataFrame';
import type { Change, Recorded } from '../../preprocess/clean/record';
import { ordinalEncode } from '../../preprocess/encode/ordinalEncode';
import { checkNewColumn, replaceColumns } from '../../preprocess/scale/reshape';
import type { Cell } from '../../table/cell';
import { dateFns } from '../../table/recognize/dateFns';

/** What the options may be. @internal */
export const CAMPAIGN_FEATURES_OPTIONS = object({
  /**
   * The date for age and tenure, 'yyyy-MM-dd'. Default: the newest enrollment in the data, the last day on which the
   * table was certainly updated (June 29, 2014 in the published file, so ages are as of 2014).
   */
  asOf: optional(text({ expects: "a day 'yyyy-MM-dd'" })),
  /** Marital statuses that mean a shared household (default Married, Together); all others count as living alone. */
  partnered: names({ default: ['Married', 'Together'] }),
});

/** Options of `campaignFeatures`. */
export interface CampaignFeaturesOptions extends Given<typeof CAMPAIGN_FEATURES_OPTIONS> {}

/** Levels of education, lowest first; '2n Cycle' is the Bologna name of a master's course. */
const EDUCATION = ['Basic', 'Graduation', ['2n Cycle', 'Master'], 'PhD'];

const SPENDING = [
  'MntWines',
  'MntFruits',
  'MntMeatProducts',
  'MntFishProducts',
  'MntSweetProducts',
  'MntGoldProds',
];

const PROMOTIONS = [
  'AcceptedCmp1',
  'AcceptedCmp2',
  'AcceptedCmp3',
  'AcceptedCmp4',
  'AcceptedCmp5',
  'Response',
];

/**
 * Adds the features of the study to the marketing-campaign table:
 *
 * | column | meaning |
 * | --- | --- |
 * | `Age` | year of `asOf` − `Year_Birth`, in years |
 * | `Tenure` | days from `Dt_Customer` to `asOf` |
 * | `Education_Level` | 0 Basic, 1 Graduation, 2 2n Cycle or Master, 3 PhD |
 * | `Partner` | 1 with a partner at home, else 0 |
 * | `Children` | `Kidhome` + `Teenhome` |
 * | `Parent` | 1 with at least one child at home, else 0 |
 * | `Family_Size` | the customer, the partner and the children |
 * | `Total_Spending` | the sum of all six amounts, over two years |
 * | `Total_Purchases` | purchases on the web, from the catalog and in shops; purchases with a discount are among them |
 * | `Web_Share`, `Catalog_Share`, `Store_Share` | of `Total_Purchases`, 0 to 1; missing without a purchase |
 * | `Average_Purchase` | `Total_Spending` / `Total_Purchases`; missing without a purchase |
 * | `Promotions_Accepted` | number of campaigns accepted, of six |
 *
 * If an input is missing, everything that depends on it is missing too.
 *
 * @param frame with the columns of the data set 'marketing-campaign', `Dt_Customer` read by `parseDates`.
 * @returns a new frame with the columns added, and how each was made.
 * @throws InputError for a column that is missing or already exists, a text where a number belongs, an unknown
 * education, a date that is not ISO 8601, and an `asOf` before the newest enrollment.
 *
 * Cost: O(rows).
 *
 * @example
 * const dated = parseDates(frame, 'Dt_Customer', { format: 'dd-MM-yyyy' });
 * const { data } = campaignFeatures(dated.data);
 */
export function campaignFeatures(
  frame: DataFrame,
  options: CampaignFeaturesOptions = {},
): Recorded<DataFrame> {
  const { asOf, partnered } = resolveOptions('campaignFeatures', CAMPAIGN_FEATURES_OPTIONS, options);
  const features = [
    ...timeFeatures(frame, asOf),
    educationLevel(frame),
    ...householdFeatures(frame, partnered),
    ...spendingFeatures(frame),
    promotionsAccepted(frame),
  ];
  for (const { name } of features) checkNewColumn(frame, name);
  const changes = features.map(({ name, how, values }): Change => {
    return { column: name, what: `added: ${how}`, count: values.filter((value) => !isGap(value)).length };
  });
  const added = new Map(features.map(({ name, values }) => [name, values]));
  return replaceColumns(frame, 'Add customer features', added, changes);
}

interface Feature {
  name: string;
  /** How it was made, for the record. */
  how: string;
  values: Cell[];
}

function timeFeatures(frame: DataFrame, asOf: string | undefined): Feature[] {
  const enrolled = columnOf(frame, 'Dt_Customer').map(readDay);
  const newest = enrolled.reduce((latest, day) => Math.max(latest, day?.getTime() ?? -Infinity), -Infinity);
  const reference = asOf === undefined ? new Date(newest) : checkAsOf(asOf, newest);
  if (!dateFns().isValid(reference))
    throw new InputError('missing-value', phrase`column ${{ column: 'Dt_Customer' }} holds no date`, {
      remedy: phrase`give ${{ option: 'asOf' }}`,
    });
  const year = reference.getFullYear();
  const day = asOf ?? 'the newest enrollment';
  const births = Array.from(numericColumn(frame, 'Year_Birth'));
  return [
    { name: 'Age', how: `${year} − Year_Birth`, values: births.map((birth) => year - birth) },
    {
      name: 'Tenure',
      how: `days from Dt_Customer to ${day}`,
      values: enrolled.map((from) => from && dateFns().differenceInCalendarDays(reference, from)),
    },
  ];
}

function educationLevel(frame: DataFrame): Feature {
  const education = createFrame({ Education: columnOf(frame, 'Education') });
  const { data, record } = ordinalEncode(education, 'Education', EDUCATION);
  return {
    name: 'Education_Level',
    how: `Education ${record.changes[0].what}`,
    values: columnOf(data, 'Education'),
  };
}

function householdFeatures(frame: DataFrame, partnered: readonly string[]): Feature[] {
  const partner = columnOf(frame, 'Marital_Status').map((status) =>
    status === null ? Number.NaN : Number(partnered.includes(String(status))),
  );
  const children = sumOf(frame, ['Kidhome', 'Teenhome']);
  return [
    { name: 'Partner', how: partnerLegend(frame, partnered), values: partner },
    { name: 'Children', how: 'Kidhome + Teenhome', values: children },
    {
      name: 'Parent',
      how: '1 with children at home, else 0',
      values: children.map((count) => (isGap(count) ? count : Number(count > 0))),
    },
    {
      name: 'Family_Size',
      how: '1 + Partner + Children',
      values: children.map((count, row) => 1 + partner[row] + count),
    },
  ];
}

function spendingFeatures(frame: DataFrame): Feature[] {
  const spending = sumOf(frame, SPENDING);
  const channels = ['Web', 'Catalog', 'Store'];
  const columns = channels.map((channel) => `Num${channel}Purchases`);
  const purchases = sumOf(frame, columns);
  const perPurchase = (amounts: ArrayLike<number>) =>
    purchases.map((count, row) => (count > 0 ? amounts[row] / count : Number.NaN));
  return [
    { name: 'Total_Spending', how: SPENDING.join(' + '), values: spending },
    { name: 'Total_Purchases', how: columns.join(' + '), values: purchases },
    ...channels.map((channel, j): Feature => {
      const values = perPurchase(numericColumn(frame, columns[j]));
      return { name: `${channel}_Share`, how: `${columns[j]} / Total_Purchases`, values };
    }),
    {
      name: 'Average_Purchase',
      how: 'Total_Spending / Total_Purchases',
      values: perPurchase(spending),
    },
  ];
}

function promotionsAccepted(frame: DataFrame): Feature {
  return {
    name: 'Promotions_Accepted',
    how: 'AcceptedCmp1 to AcceptedCmp5 + Response',
    values: sumOf(frame, PROMOTIONS),
  };
}

function sumOf(frame: DataFrame, columns: readonly string[]): number[] {
  const values = columns.map((name) => numericColumn(frame, name));
  return Array.from(values[0], (_, row) => values.reduce((sum, column) => sum + column[row], 0));
}

function partnerLegend(frame: DataFrame, partnered: readonly string[]): string {
  const statuses = new Set(columnOf(frame, 'Marital_Status').filter((status) => status !== null));
  const alone = Array.from(statuses, String).filter((status) => !partnered.includes(status));
  return `1 for ${partnered.join(', ')}; 0 for ${alone.sort().join(', ') || 'none'}`;
}

function readDay(cell: Cell, row: number): Date | null {
  if (cell === null) return null;
  const day = dateFns().parseISO(String(cell));
  if (dateFns().isValid(day)) return day;
  throw new InputError(
    'unreadable-value',
    phrase`column ${{ column: 'Dt_Customer' }} holds ${{ value: cell }} in row ${{ row }}, which isn't an ISO date`,
    { remedy: 'read the column with `parseDates` first' },
  );
}

function checkAsOf(asOf: string, newest: number): Date {
  const day =
    typeof asOf === 'string' && /^\d{4}-\d\d-\d\d$/.test(asOf) ? dateFns().parseISO(asOf) : undefined;
  if (!day || !dateFns().isValid(day)) throw mustBe('asOf', asOf, "a day 'yyyy-MM-dd'");
  if (day.getTime() < newest) {
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'asOf' }} is ${{ value: asOf }}, before the newest enrollment in the data`,
      { remedy: 'give a later day' },
    );
  }
  return day;
}

function isGap(value: Cell): boolean {
  return value === null || Number.isNaN(value);
}
