import { basename, join } from 'node:path';
import type { DataFrame } from 'danfojs-node';
import { CATALOG } from '../../../src/datasets/catalog/catalog';
import { datasetFrame } from '../../../src/datasets/catalog/datasetFrame';
import type { DatasetName } from '../../../src/datasets/catalog/schema';
import { readBytes } from '../../../src/datasets/read/fileBytes';

/** The package's sample of a data set as `loadDataset` gives it, whatever published file this machine has. */
export function sampleFrame(name: DatasetName): DataFrame {
  return fileFrame(name, join(__dirname, '../../../data', CATALOG[name].sampleFileName));
}

/** A file with the columns of a data set. */
export function fileFrame(name: DatasetName, path: string): DataFrame {
  return datasetFrame(readBytes(path), basename(path), CATALOG[name]);
}
