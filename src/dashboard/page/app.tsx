import { useEffect } from 'preact/hooks';
import { Controls } from './controls/controls';
import { setTables, tablesFailed } from './files/offeredTables';
import { sources } from './server/api';
import { described } from './state/query';
import { Status } from './status/status';
import { currentTab, openTab, TABS } from './tabs/tabs';
import { dark, toggleTheme } from './theme';

/** The whole page: heading, tabs, controls, and what the chosen tab shows. */
export function App() {
  useEffect(() => {
    void sources().then(setTables).catch(tablesFailed);
  }, []);
  const tab = currentTab();
  const title = described.value?.title;
  useEffect(() => {
    document.title = [tab.title, title, 'Customer segments'].filter(Boolean).join(' · ');
  }, [tab, title]);
  return (
    <>
      <a class="skip" href="#content">
        Skip to segments
      </a>
      <header class="top">
        <h1>Customer segments</h1>
        <p class="printed">{[title, tab.title].filter(Boolean).join(' · ')}</p>
        <nav aria-label="Views">
          {TABS.map((one) => (
            <button
              type="button"
              key={one.name}
              aria-current={one === tab ? 'page' : undefined}
              onClick={() => openTab(one)}
            >
              {one.title}
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
          <tab.Content />
        </main>
      </div>
    </>
  );
}
