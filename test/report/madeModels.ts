import type { SegmentationOptions } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';
import type { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { customersOf, households } from '../profile/customers';

/** Four kinds of household with a gender, an identifier, a column of text, and nine rows without an income. */
export function householdTable(): Record<string, unknown[]> {
  const { table, labels } = households();
  const Income: unknown[] = table.Income.map((income, i) => (i < 9 ? null : Math.round(income)));
  const Gender = Array.from(labels, (label, i) => ((i + label) % 3 === 0 ? 'Female' : 'Male'));
  const CustomerID = Array.from(labels, (_, i) => i + 1);
  const Mail = CustomerID.map((id) => `customer-${id}@example.org`);
  return { CustomerID, Mail, ...table, Income, Gender };
}

export const householdColumns = ['Income', 'Spending', 'Age', 'Kids', 'Teens'];

/** These households in four segments. */
export function householdModel(options: SegmentationOptions = {}): SegmentationModel {
  return new Segmentation({ columns: householdColumns, k: 4, ...options }).fit(householdTable());
}

/** Three groups far apart: two large ones, and twelve customers by themselves. */
export function farApartTable(): Record<string, number[]> {
  const kind = (count: number, a: number, b: number) => ({
    count,
    draw: { Visits: [a, 1], Income: [b, 1] } as Record<string, [number, number]>,
  });
  return customersOf([kind(90, 20, 20), kind(80, 60, 20), kind(12, 20, 60)]).table;
}
