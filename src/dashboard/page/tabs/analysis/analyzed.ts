import { computed } from '@preact/signals';
import { described, settings } from '../../state/query';
import { view } from '../../state/view';

/** What the address calls this tab. */
export const NAME = 'analysis';

/** As `settings`, for what needs the customers themselves; only asked while this tab is on view. */
export const analyzed = computed(() =>
  view.value.tab === NAME && described.value?.kind !== 'model' ? settings.value : undefined,
);
