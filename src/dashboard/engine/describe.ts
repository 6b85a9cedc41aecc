import type { SegmentationModel } from '../../segmentation/segmentationModel';
import { suggestColumns } from '../../segmentation/suggestColumns';
import type { ColumnAnswer, DescribeAnswer } from '../answers';
import type { Result } from '../frames';
import type { Source } from '../sources';
import { modelOf } from './models';
import type { TableLimits } from './readFile';
import { customersOf } from './tables';

/** What a table holds, and what its customers can be grouped by. */
export async function describe({
  source,
  limits,
}: {
  source: Source;
  limits: TableLimits;
}): Promise<Result<DescribeAnswer>> {
  if (source.kind === 'model')
    return { body: describeModel(source.id, source.title, modelOf(source.path)), arrays: {} };
  const { table, kind, notes, labels, units, columns, k } = await customersOf(source, limits);
  const suggested = suggestColumns(table);
  const why = new Map(suggested.ignored.map((column) => [column.name, column.why]));
  const answers = Object.keys(table).map(
    (name): ColumnAnswer => ({
      name,
      label: Object.hasOwn(labels, name) ? labels[name] : name,
      ...(Object.hasOwn(units, name) && { unit: units[name] }),
      kind: why.has(name) ? 'other' : suggested.categories.includes(name) ? 'category' : 'numeric',
      suggested: suggested.columns.includes(name),
      ...(why.has(name) && { why: why.get(name) }),
    }),
  );
  const body: DescribeAnswer = {
    source: source.id,
    title: source.title,
    kind,
    rows: Object.values(table)[0].length,
    id: suggested.id,
    columns: answers,
    defaults: { columns, k },
    notes,
  };
  return { body, arrays: {} };
}

/** A model that was saved: its columns are as they are, and so is all else. */
function describeModel(source: string, title: string, model: SegmentationModel): DescribeAnswer {
  const columns = model.columns.map(({ name, label, kind, ...rest }): ColumnAnswer => {
    const unit = 'unit' in rest && rest.unit ? { unit: rest.unit } : {};
    return { name, label, kind, suggested: true, ...unit };
  });
  return {
    source,
    title,
    kind: 'model',
    rows: model.rows,
    id: model.id,
    columns,
    defaults: { columns: columns.map(({ name }) => name), k: model.k },
    notes: [`A model of ${model.clustered.toLocaleString('en-US')} customers; it holds none of them.`],
  };
}
