import { choice, type Given, list, object, optional, type TObject, type TSchema, text } from '../core/schema';
import { FILE_OPTIONS } from '../datasets/read/fileOptions';
import { RFM_ANALYSIS_OPTIONS } from '../features/rfm/options';
import { byRole } from '../features/rfm/transactionRoles';
import { SEGMENTATION_OPTIONS } from '../segmentation/options';
import { requestSchemas } from './requestSchema';

const { delimiter, encoding, decimal, dateFormat, sheet } = FILE_OPTIONS;
const { onlyCurrency, amountPer } = RFM_ANALYSIS_OPTIONS.properties;
const SHORT_TEXT = text({ minLength: 1, maxLength: 500 });

/** What a column of a customer table can be said to be: 'id' identifies customers, 'value' is what each is worth. */
export const COLUMN_MEANING = choice({
  number: 'Number',
  category: 'Category',
  ignored: 'Excluded',
  id: 'Identifies customers',
  value: 'Customer value',
});

/** How a file of the user is to be read, where recognizing it was not enough. */
export const READING_OPTIONS = object({
  /** One row per customer, or one row per line of an invoice. Default: recognized. */
  as: optional(
    choice(
      { customers: 'a customer', transactions: 'a purchase, or a line of an invoice' },
      { title: 'One row is' },
    ),
  ),
  sheet,
  decimal,
  dateFormat,
  /** The day that days since dates, and ages, are counted up to, yyyy-MM-dd. Default: the latest of these dates. */
  asOf: optional(
    text({ title: SEGMENTATION_OPTIONS.properties.asOf.title, pattern: '^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$' }),
  ),
  /** Values that mean missing, such as 'Age=999', or 'none', with commas between them. Default: those that surely do. */
  missingCodes: optional(
    text({ title: SEGMENTATION_OPTIONS.properties.missingCodes.title, minLength: 1, maxLength: 500 }),
  ),
  delimiter,
  encoding,
  /** What columns of a customer table are, where that was not recognized. */
  columns: optional(
    list(
      object(
        {
          name: SHORT_TEXT,
          is: optional(COLUMN_MEANING),
          unit: optional(text({ minLength: 1, maxLength: 20 })),
        },
        { additionalProperties: false },
      ),
      { maxItems: 500 },
    ),
  ),
  /** Which column of a transaction log holds what. Default: by its name. */
  roles: optional(
    object(
      byRole(() => optional(SHORT_TEXT)),
      { additionalProperties: false },
    ),
  ),
  /** Whether returns, refunds and canceled orders of a transaction log are subtracted. Default: 'net', they are. */
  money: optional(
    choice(
      { net: 'net: without returns, refunds and canceled orders', gross: 'gross: before these' },
      { title: 'Revenue' },
    ),
  ),
  onlyCurrency,
  amountPer,
});

/** What a tab said of a file. */
export type Reading = Given<typeof READING_OPTIONS>;

/** What a request may say of a reading. */
export const READING_SCHEMA: { properties: Readonly<Record<keyof Reading, TSchema>> } & TObject = {
  ...READING_OPTIONS,
  additionalProperties: false,
  properties: requestSchemas(READING_OPTIONS.properties),
};
