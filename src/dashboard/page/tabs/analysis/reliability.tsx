import { computed } from '@preact/signals';
import { silhouettePlot } from '../../../../plot/silhouettePlot';
import { PictureGrid } from '../../pictures/pictureGrid';
import { query, resultOf } from '../../state/query';
import { Working } from '../../status/working';
import { SortableTable } from '../../tables/sortableTable';
import { analyzed } from './analyzed';

const silhouettes = query('silhouettes', analyzed);
const comparison = query('compare', analyzed);

const measured = resultOf(silhouettes);
const picture = computed(() => {
  const result = measured.value;
  if (!result || result.body.mean === null) return undefined;
  // The names come with the labels: those of the segmentation on view may be of other segments by now.
  return silhouettePlot(result.arrays.silhouettes, result.arrays.labels, { segmentNames: result.body.names });
});

/** How reliable the segments are: each customer's silhouette, and what other algorithms make of the same data. */
export function Reliability() {
  if (!analyzed.value) return null;
  const compared = comparison.value.result?.body;
  return (
    <section aria-labelledby="trust">
      <h2 id="trust">How reliable are the segments?</h2>
      <Working what="Measuring how well each customer fits" work={silhouettes.value} />
      {picture.value && <PictureGrid pictures={[{ name: 'silhouettes', figure: picture.value }]} />}
      <h3>Other algorithms on the same customers</h3>
      <Working what="Comparing algorithms" work={comparison.value} />
      {compared && (
        <>
          <p>{compared.reasons.join(' ')}</p>
          <SortableTable
            name="algorithms"
            table={{ ...compared.table, caption: 'Algorithms side by side' }}
          />
          <SortableTable name="agreement" table={compared.agreement} />
        </>
      )}
    </section>
  );
}
