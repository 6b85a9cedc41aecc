import { FilterBar } from '../../filters/filterBar';
import { shown } from '../../filters/filters';
import { NobodyThere } from '../../filters/noCustomers';
import { segmentation } from '../../state/query';
import { SortableTable } from '../../tables/sortableTable';
import { HowMany } from './chooseK';
import { CustomersTable } from './customersTable';
import { FeaturePictures } from './featurePictures';
import { Trust } from './reliability';
import { RfmPictures } from './rfmPictures';

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
