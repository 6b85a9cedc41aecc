import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOG } from '../../../src/datasets/catalog/catalog';
import type { DatasetName } from '../../../src/datasets/catalog/schema';

/** `describe`, where the published file is at hand; a suite whose name says it was skipped, where it is not. */
export function describePublished(name: DatasetName, body: () => void): void {
  const { fileName } = CATALOG[name];
  const folder = process.env.CUSTOMER_DATA_DIR ?? join(__dirname, '../../../data');
  const found = ['', '.gz'].some((ending) => existsSync(join(folder, fileName + ending)));
  if (found) describe(`on the published ${fileName}`, body);
  else describe.skip(`SKIPPED: no published ${fileName} (set CUSTOMER_DATA_DIR to its folder)`, body);
}
