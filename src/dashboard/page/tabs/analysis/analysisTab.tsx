import { FilterBar } from '../../filters/filterBar';
import { shownCustomers } from '../../filters/filters';
import { NoCustomers } from '../../filters/noCustomers';
import { explained, judged, segmentation } from '../../state/query';
import { SortableTable } from '../../tables/sortableTable';
import type { Tab } from '../tab';
import { NAME } from './analyzed';
import { ChooseK } from './chooseK';
import { CustomersTable } from './customersTable';
import { FeaturePictures } from './featurePictures';
import { Reliability } from './reliability';
import { RfmPictures } from './rfmPictures';

export const ANALYSIS: Tab = { name: NAME, title: 'Analysis', Content: AnalysisTab };

/** Segment statistics: statistics, comparisons, how many there should be, and the customers themselves. */
function AnalysisTab() {
  const { result, busy } = segmentation.value;
  const importance = explained.value.result?.body.importance;
  if (!result) return busy ? <div class="waiting" aria-hidden="true" /> : null;
  return (
    <div class={busy ? 'stale' : ''} aria-busy={busy}>
      <SortableTable name="segments" table={judged.value.result?.body.profile ?? result.body.profile} />
      {importance && <SortableTable name="importance" table={importance} />}
      <FilterBar />
      {shownCustomers.value && shownCustomers.value.labels.length > 0 ? (
        <>
          <FeaturePictures />
          <RfmPictures />
        </>
      ) : (
        <NoCustomers />
      )}
      <ChooseK />
      <Reliability />
      <CustomersTable />
    </div>
  );
}
