import { ENCODINGS, type Encoding } from '../datasets/read/encodings';
import { byRole, type TransactionColumnOptions } from '../features/rfm/transactionRoles';

/** How a file of the user is to be read, where recognizing it was not enough. */
export interface Reading {
  /** One row per customer, or one row per line of an invoice. Default: recognized. */
  as?: 'customers' | 'transactions';
  delimiter?: string;
  encoding?: Encoding;
  decimal?: '.' | ',';
  dateFormat?: string;
  /** The day that days since dates, and ages, are counted up to, yyyy-MM-dd. Default: the latest of these dates. */
  asOf?: string;
  sheet?: string;
  /** What columns of a customer table are, where that was not recognized. */
  columns?: { name: string; is?: (typeof COLUMN_MEANINGS)[number]; unit?: string }[];
  /** Which column of a transaction log holds what. Default: by its name. */
  roles?: TransactionColumnOptions;
  /** Whether returns, refunds and canceled orders of a transaction log are subtracted. Default: 'net', they are. */
  money?: 'net' | 'gross';
  /** The one currency that counts, of a transaction log with several. */
  onlyCurrency?: string;
  /** Whether an amount is that of its line or of the whole order. Default: recognized. */
  amountPer?: 'line' | 'order';
}

/** What a column of a customer table can be said to be: 'id' identifies customers, 'value' is what each is worth. */
export const COLUMN_MEANINGS = ['number', 'category', 'ignored', 'id', 'value'] as const;

const text = { type: 'string', minLength: 1, maxLength: 500 } as const;

/** What a page may say of a reading. */
export const READING_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  properties: {
    as: { enum: ['customers', 'transactions'] },
    delimiter: { type: 'string', minLength: 1, maxLength: 1 },
    encoding: { enum: ENCODINGS },
    decimal: { enum: ['.', ','] },
    dateFormat: { ...text, maxLength: 40 },
    asOf: { type: 'string', pattern: '^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$' },
    sheet: text,
    columns: {
      type: 'array',
      maxItems: 500,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: { name: text, is: { enum: COLUMN_MEANINGS }, unit: { ...text, maxLength: 20 } },
      },
    },
    roles: {
      type: 'object',
      additionalProperties: false,
      properties: byRole(() => text),
    },
    money: { enum: ['net', 'gross'] },
    onlyCurrency: { ...text, maxLength: 20 },
    amountPer: { enum: ['line', 'order'] },
  },
} as const;
