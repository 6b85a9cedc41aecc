import { computed } from '@preact/signals';
import { revenueBySegment } from '../../../../plot/revenueBySegment';
import { rfmHeatMap } from '../../../../plot/rfmHeatMap';
import { type Customers, shownCustomers } from '../../filters/filters';
import { drawable } from '../../pictures/drawable';
import { type GridPicture, PictureGrid } from '../../pictures/pictureGrid';
import { numbers, wording } from '../../pictures/pictures';
import { described } from '../../state/query';

/** What a transaction log says besides: revenue by segment and by the segments of the RFM grid, and the grid itself. */
export function RfmPictures() {
  if (described.value?.kind !== 'transactions' || !pictures.value) return null;
  return (
    <section aria-labelledby="rfm">
      <h2 id="rfm">Who brings the revenue</h2>
      <PictureGrid pictures={pictures.value} />
    </section>
  );
}

const pictures = computed((): GridPicture[] | undefined => {
  const customers = shownCustomers.value;
  if (!customers || described.value?.kind !== 'transactions') return undefined;
  const { labels, units } = wording(customers.answer);
  const money = units.monetary === undefined ? {} : { units: { revenue: units.monetary } };
  const records = Object.fromEntries(
    ['recencyScore', 'frequencyScore', 'monetary'].map((name) => [name, numbers(customers, name)]),
  );
  return drawable(() => [
    { name: 'revenue-by-segment', figure: revenueBySegment(bySegment(customers), money) },
    { name: 'rfm-grid', figure: rfmHeatMap(records, { labels, units }) },
    { name: 'revenue-by-rfm-segment', figure: revenueBySegment(byRfmSegment(customers), money) },
  ]);
});

/** The segments of the page. */
function bySegment({ answer, labels, values }: Customers) {
  const nameOf = (segment: number) => answer.segments.find((card) => card.segment === segment)!.name;
  return { segment: Array.from(labels, nameOf), revenue: values('monetary') };
}

/** The segments of the RFM grid. */
function byRfmSegment({ answer, values }: Customers) {
  const { levels = [] } = answer.columns.find(({ name }) => name === 'segment') ?? {};
  return {
    segment: Array.from(values('segment'), (code) => levels[code] ?? ''),
    revenue: values('monetary'),
  };
}
