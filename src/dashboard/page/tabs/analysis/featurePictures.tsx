import { computed } from '@preact/signals';
import { measureOf } from '../../../../core/columnNames';
import type { Figure } from '../../../../plot/base/figure';
import { boxPlot } from '../../../../plot/boxPlot';
import { categoryBySegment } from '../../../../plot/categoryBySegment';
import { profileHeatMap } from '../../../../plot/profileHeatMap';
import { profileLines } from '../../../../plot/profileLines';
import { segmentSizesPlot } from '../../../../plot/segmentSizesPlot';
import type { DrawnColumn } from '../../../engine/draw';
import { type Customers, drawnNumericColumns, filterBy, shownCustomers } from '../../filters/filters';
import { drawable } from '../../pictures/drawable';
import type { Box } from '../../pictures/pictureEvents';
import { type GridPicture, PictureGrid } from '../../pictures/pictureGrid';
import { numbers, wording } from '../../pictures/pictures';
import { change, view } from '../../state/view';
import { compareWithAll } from './compareWithAll';

/** Sizes, what sets segments apart, and one column or category in detail. */
export function FeaturePictures() {
  const { answer } = shownCustomers.value!;
  const categories = answer.columns.filter(({ kind }) => kind === 'category');
  const pictures: (GridPicture | undefined)[] = [
    sizes.value && { name: 'segment-sizes', figure: sizes.value },
    categoryName.value === undefined
      ? undefined
      : {
          name: 'segment-categories',
          figure: shares.value,
          menu: (
            <ColumnSelect
              title="Category"
              columns={categories}
              chosen={categoryName.value}
              onChoose={(category) => change({ category })}
            />
          ),
        },
    heatMap.value && {
      name: 'segment-profiles',
      figure: heatMap.value,
      least: leastWidth(heatMap.value),
    },
    lines.value && { name: 'segment-lines', figure: lines.value },
    numberName.value === undefined
      ? undefined
      : {
          name: 'segment-boxes',
          figure: boxes.value,
          onSelect: selectRange,
          menu: (
            <ColumnSelect
              title="Column"
              columns={drawnNumericColumns(answer)}
              chosen={numberName.value}
              onChoose={(box) => change({ box })}
            />
          ),
        },
  ];
  return <PictureGrid pictures={pictures.filter((picture) => picture !== undefined)} />;
}

/** What the cells of a heat map need to be read, in pixels; a narrow screen scrolls it. */
function leastWidth({ data }: Figure): number {
  const { x } = data[0] as { x: readonly string[] };
  return 180 + 64 * x.length;
}

/** A box in the picture of a column becomes a filter on it. */
function selectRange({ x }: Box): void {
  filterBy({ column: numberName.value!, from: x[0], to: x[1] });
}

const numberName = computed(() =>
  chosenOf(
    view.value.box,
    shownCustomers.value && usedFirst(drawnNumericColumns(shownCustomers.value.answer)),
  ),
);
const categoryName = computed(() => {
  const { category, filters } = view.value;
  const narrowed = (name: string) => Number(filters.some(({ column }) => column === name));
  const categories = shownCustomers.value?.answer.columns.filter(({ kind }) => kind === 'category');
  // of a transaction log: the segment of the RFM grid
  const usual = narrowed('segment') ? undefined : 'segment';
  // all who are shown are alike in what they were narrowed by
  return chosenOf(
    category ?? usual,
    categories?.toSorted((a, b) => narrowed(a.name) - narrowed(b.name)),
  );
});

const sizes = whenShown((customers) => segmentSizesPlot(customers.labels, wording(customers.answer)));

const heatMap = whenShown((shownOnes) => {
  const customers = compareWithAll(shownOnes);
  const names = compared(customers);
  if (names.length === 0) return undefined;
  const table = Object.fromEntries(names.map((name) => [name, numbers(customers, name)]));
  return profileHeatMap(table, customers.labels, wording(customers.answer));
});

const lines = whenShown((shownOnes) => {
  const customers = compareWithAll(shownOnes);
  const names = compared(customers);
  if (names.length < 2) return undefined;
  const table = Object.fromEntries(names.map((name) => [name, numbers(customers, name)]));
  return profileLines(table, customers.labels, wording(customers.answer));
});

/** More columns than these no picture compares well; those that customers were grouped by come first. */
const MAX_COMPARED_COLUMNS = 16;

function compared({ answer }: Customers): string[] {
  const names = usedFirst(drawnNumericColumns(answer)).map(({ name }) => name);
  return names.filter((name) => measureOf(name, names) === undefined).slice(0, MAX_COMPARED_COLUMNS);
}

function usedFirst(columns: readonly DrawnColumn[]): DrawnColumn[] {
  return columns.toSorted((a, b) => Number(b.used) - Number(a.used));
}

const boxes = whenShown((customers) => {
  const name = numberName.value;
  if (name === undefined) return undefined;
  return boxPlot(
    { [name]: numbers(customers, name) },
    { ...wording(customers.answer), segments: customers.labels },
  );
});

const shares = whenShown((customers) => {
  const name = categoryName.value;
  const { levels = [] } = customers.answer.columns.find((one) => one.name === name) ?? {};
  if (name === undefined) return undefined;
  const words = Array.from(customers.values(name), (code) => levels[code] ?? null);
  return categoryBySegment({ [name]: words }, customers.labels, {
    ...wording(customers.answer),
    column: name,
  });
});

function whenShown<T>(draw: (customers: Customers) => T) {
  return computed(() => {
    const customers = shownCustomers.value;
    return customers && customers.labels.length > 0 ? drawable(() => draw(customers)) : undefined;
  });
}

function chosenOf(chosen: string | undefined, columns: readonly DrawnColumn[] = []): string | undefined {
  return columns.find(({ name }) => name === chosen)?.name ?? columns[0]?.name;
}

interface ColumnSelectProps {
  title: string;
  columns: readonly DrawnColumn[];
  chosen: string | undefined;
  onChoose: (name: string) => void;
}

function ColumnSelect({ title, columns, chosen, onChoose }: ColumnSelectProps) {
  return (
    <label class="inline">
      {title}
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {columns.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
