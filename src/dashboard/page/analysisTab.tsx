import { CustomersTable } from './customersTable';
import { FeaturePictures } from './featurePictures';
import { FilterBar } from './filterBar';
import { shown } from './filters';
import { HowMany } from './howMany';
import { NobodyThere } from './nobodyThere';
import { RfmPictures } from './rfmPictures';
import { SortableTable } from './sortableTable';
import { Trust } from './trust';
import { segmentation } from './work';

/** The segments in numbers: statistics, comparisons, how many there should be, and the customers themselves. */
export function AnalysisTab() {
  const { result, busy } = segmentation.value;
  if (!result) return busy ? <div class="waiting" aria-hidden="true" /> : null;
  return (
    <div class={busy ? 'stale' : ''} aria-busy={busy}>
      <SortableTable name="segments" table={result.body.profile} />
      <FilterBar />
      {shown.value && shown.value.labels.length > 0 ? (
        <>
          <FeaturePictures />
          <RfmPictures />
        </>
      ) : (
        <NobodyThere />
      )}
      <HowMany />
      <Trust />
      <CustomersTable />
    </div>
  );
}
