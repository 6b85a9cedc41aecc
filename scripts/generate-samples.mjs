/**
 * Writes the synthetic sample files of `data/`: the same bytes on every computer. Needs a build (`npm run build`).
 *
 *   node scripts/generate-samples.mjs [--check] [name …]
 *
 * `--check` writes nothing and fails when a file is not what the generator makes.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from '../dist/core/random.js';
import { loyaltyMembers } from './samples/loyalty-members.mjs';
import { mallCustomers } from './samples/mall-customers.mjs';
import { marketingCampaign } from './samples/marketing-campaign.mjs';
import { onlineRetail } from './samples/online-retail.mjs';

const SAMPLES = [marketingCampaign, mallCustomers, loyaltyMembers, onlineRetail];
const FOLDER = fileURLToPath(new URL('../data', import.meta.url));

const given = process.argv.slice(2);
const check = given.includes('--check');
const names = given.filter((word) => word !== '--check');
const unknown = names.find((name) => !SAMPLES.some((sample) => sample.name === name));
if (unknown) {
  console.error(`There is no sample '${unknown}'; there are ${SAMPLES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

for (const sample of SAMPLES.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const path = join(FOLDER, sample.fileName);
  const text = toText(sample);
  if (!check) writeFileSync(path, text);
  const fits = existsSync(path) && readFileSync(path, 'utf8') === text;
  console.log(
    `${sample.fileName}: ${check ? (fits ? 'as generated' : 'DIFFERS from what the generator writes') : 'written'}`,
  );
  if (!fits) process.exitCode = 1;
}

function toText({ header, makeRows, seed, delimiter, lineEnd }) {
  const rows = [header, ...makeRows(new Random(seed))];
  return rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd).join('');
}

function quoted(cell, delimiter) {
  const text = cell === null ? '' : String(cell);
  return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
