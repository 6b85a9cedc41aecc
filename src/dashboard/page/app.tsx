import { useEffect } from 'preact/hooks';
import { Controls } from './controls/controls';
import { noTables, offer } from './files/offeredTables';
import { sources } from './server/api';
import { described } from './state/query';
import { change, type View, view } from './state/view';
import { Status } from './status/status';
import { AnalysisTab } from './tabs/analysis/analysisTab';
import { MainTab } from './tabs/main/mainTab';
import { PredictionTab } from './tabs/prediction/predictionTab';
import { dark, toggleTheme } from './theme';

const SHOWN = { main: MainTab, analysis: AnalysisTab, prediction: PredictionTab } as const;

const TABS: { tab: View['tab']; title: string }[] = [
  { tab: 'main', title: 'Main' },
  { tab: 'analysis', title: 'Analysis' },
  { tab: 'prediction', title: 'Prediction' },
];

/** The whole page: heading, tabs, controls, and what the chosen tab shows. */
export function App() {
  useEffect(() => {
    void sources().then(offer).catch(noTables);
  }, []);
  const { tab } = view.value;
  const shown = TABS.find((one) => one.tab === tab)!.title;
  const title = described.value?.title;
  useEffect(() => {
    document.title = [shown, title, 'Customer segments'].filter(Boolean).join(' · ');
  }, [shown, title]);
  return (
    <>
      <a class="skip" href="#content">
        To the segments
      </a>
      <header class="top">
        <h1>Customer segments</h1>
        <p class="printed">{[title, shown].filter(Boolean).join(' · ')}</p>
        <nav aria-label="Views">
          {TABS.map(({ tab: name, title }) => (
            <button
              type="button"
              key={name}
              aria-current={tab === name ? 'page' : undefined}
              onClick={() => change({ tab: name })}
            >
              {title}
            </button>
          ))}
        </nav>
        <button type="button" class="quiet theme" onClick={toggleTheme} aria-pressed={dark.value}>
          Dark
        </button>
      </header>
      <div class="columns">
        <aside aria-label="Settings">
          <Controls />
        </aside>
        <main id="content" tabIndex={-1}>
          <Status />
          {SHOWN[tab]()}
        </main>
      </div>
    </>
  );
}
