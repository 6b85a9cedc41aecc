import { computed, effect, signal } from '@preact/signals';
import { themeStyle } from '../../ui/theme/themeStyle';
import { printing } from './pictures/printing';

const style = new CSSStyleSheet();
style.replaceSync(themeStyle('chosen'));
document.adoptedStyleSheets.push(style);

/** Light or dark: as the system says, until the reader chooses. */
const chosen = signal<'light' | 'dark' | null>(remembered());
const system = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(system.matches);
system.addEventListener('change', ({ matches }) => {
  systemIsDark.value = matches;
});

/** Whether the page is dark now; paper never is. */
export const dark = computed(() => !printing.value && isDark());

function isDark(): boolean {
  return chosen.value === null ? systemIsDark.value : chosen.value === 'dark';
}

effect(() => {
  document.documentElement.dataset.theme = dark.value ? 'dark' : 'light';
});

/** Turns light to dark and back, and remembers it. */
export function toggleTheme(): void {
  chosen.value = dark.value ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', chosen.value);
  } catch {
    // Storage may be forbidden; then the choice holds for this visit.
  }
}

function remembered(): 'light' | 'dark' | null {
  try {
    const stored = localStorage.getItem('theme');
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
}
