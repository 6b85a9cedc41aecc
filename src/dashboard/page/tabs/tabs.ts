import { change, view } from '../state/view';
import { ANALYSIS } from './analysis/analysisTab';
import { MAIN } from './main/mainTab';
import { PREDICTION } from './prediction/predictionTab';
import type { Tab } from './tab';

/** The tabs in their order; the page begins with the first. */
export const TABS: readonly Tab[] = [MAIN, ANALYSIS, PREDICTION];

/** The tab on view. An address of a tab that does not exist shows the first. */
export function currentTab(): Tab {
  return TABS.find(({ name }) => name === view.value.tab) ?? TABS[0];
}

/** Shows a tab; the first is left out of the address. */
export function openTab(tab: Tab): void {
  change({ tab: tab === TABS[0] ? undefined : tab.name });
}
