import { inTheDark } from './darkColors';
import { WIDTH_ON_PAPER } from './paper';
import { segmentStyle } from './segmentClass';

/** One readable column, on a wide screen, on a telephone, in the dark and on paper; of one family with the notebooks' pages. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9;
  --sheet: #ffffff;
  --ink: #1f2328;
  --quiet: #5a6470;
  --line: #dde1e6;
  --link: #0a5ea8;
  --good: #1a7f4b;
  --fair: #b26a00;
  --poor: #b2182b;
}
${segmentStyle((color) => color)}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #12161b;
    --sheet: #1b2128;
    --ink: #e6e9ec;
    --quiet: #aab4be;
    --line: #333d47;
    --link: #7cc0ff;
    --good: #4cc38a;
    --fair: #f0b35a;
    --poor: #ff8c82;
  }
${segmentStyle(inTheDark)}
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif;
  overflow-wrap: break-word;
}
.page { max-width: 1020px; margin: 0 auto; padding: 2rem clamp(0.8rem, 3vw, 2rem); }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 0.3rem; }
h2 { font-size: 1.45rem; margin: 2.8rem 0 0.9rem; }
h3 { font-size: 1.15rem; margin: 0 0 0.7rem; }
h4 { font-size: 0.8rem; margin: 0 0 0.35rem; color: var(--quiet); text-transform: uppercase; letter-spacing: 0.05em; }
h1, h3, td, th, dd, li { unicode-bidi: plaintext; }
main:focus { outline: none; }
p, ul { margin: 0 0 0.9rem; }
ul { padding-left: 1.2rem; }
li { margin-bottom: 0.35rem; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: 0.5rem; top: -4rem; background: var(--sheet); padding: 0.5rem 0.9rem; border-radius: 4px; z-index: 10; }
.skip:focus { top: 0.5rem; }
.subtitle { color: var(--quiet); font-size: 1.05rem; margin: 0; }
nav ol { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; font-size: 0.93rem; list-style: none; margin: 1.2rem 0 0; padding: 0.7rem 0; border-block: 1px solid var(--line); }
nav li { margin: 0; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.measures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 0.8rem; margin: 0 0 1rem; }
.measures div { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 0.8rem 1rem; }
dt { color: var(--quiet); font-size: 0.85rem; }
dd { margin: 0; }
.measures dd { font-size: 1.5rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
.verdict { background: var(--sheet); border: 1px solid var(--line); border-left: 5px solid var(--verdict); border-radius: 6px; padding: 0.8rem 1rem; }
.verdict.clear { --verdict: var(--good); }
.verdict.weak { --verdict: var(--fair); }
.verdict.none { --verdict: var(--poor); }
.cards { display: grid; gap: 1.1rem; }
.card { background: var(--sheet); border: 1px solid var(--line); border-top: 5px solid var(--segment); border-radius: 8px; padding: 1.1rem 1.3rem 0.6rem; }
.shares { display: flex; flex-wrap: wrap; gap: 0.5rem 1.8rem; margin: 0 0 0.9rem; }
.shares dd { font-weight: 600; font-variant-numeric: tabular-nums; }
.bar { display: block; width: 9rem; max-width: 100%; height: 7px; margin-top: 0.25rem; border-radius: 4px; background: var(--line); overflow: hidden; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar span { display: block; height: 100%; background: var(--segment); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.warning { color: var(--poor); }
.groups { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); grid-template-rows: auto 1fr; gap: 0 2rem; }
.groups section:nth-child(3) { grid-column: 2; grid-row: 1 / span 2; }
.because { display: block; color: var(--quiet); font-size: 0.92em; line-height: 1.4; }
figure { margin: 0 0 1.3rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 0.4rem; min-width: 0; }
.plot { width: 100%; overflow: hidden; }
figcaption, .undrawn { color: var(--quiet); font-size: 0.9rem; padding: 0.2rem 0.8rem 0.6rem; margin: 0; }
.long { max-height: 36rem; }
.table { overflow: auto; margin: 0 0 1.3rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0.7rem 0.8rem 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.8rem; border-top: 1px solid var(--line); max-width: 26rem; }
th { vertical-align: bottom; }
td:first-child:not(.number) { min-width: 9rem; }
thead th { position: sticky; top: 0; background: var(--sheet); border-top: 0; box-shadow: inset 0 -1px var(--line); }
.number { text-align: right; }
td.number { white-space: nowrap; }
th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
th button::after { content: '\\a0\\2195'; color: var(--quiet); font-weight: 400; }
th[aria-sort='ascending'] button::after { content: '\\a0\\2191'; color: var(--link); }
th[aria-sort='descending'] button::after { content: '\\a0\\2193'; color: var(--link); }
.note { color: var(--quiet); font-size: 0.88rem; margin-top: -0.8rem; }
pre { overflow-x: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1rem; }
code { font-family: ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'Liberation Mono', monospace; font-size: 0.9rem; }
footer { color: var(--quiet); font-size: 0.85rem; border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 0.8rem; }
@media (max-width: 720px) {
  .groups { display: block; }
  .card { padding: 1rem 1rem 0.4rem; }
  h1 { font-size: 1.6rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@page { size: A4; margin: 15mm; }
@media print {
  :root { color-scheme: light; }
  html { font-size: 12px; }
  body { background: #fff; font-size: 9pt; line-height: 1.4; }
  .page { max-width: none; padding: 0; }
  .skip, nav, .modebar-container, th button::after { display: none; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  h2 { margin-top: 1.8rem; }
  .card, figure, .verdict, .measures, tr, pre, .note { break-inside: avoid; }
  .cards { display: block; }
  .card { margin-bottom: 1rem; padding: 0.8rem 1rem 0.3rem; }
  .groups { gap: 0 1.2rem; }
  li { margin-bottom: 0.2rem; }
  .because { font-size: 7.8pt; line-height: 1.3; }
  .table { overflow: visible; border: 0; }
  .long { max-height: none; }
  table { font-size: 8pt; }
  thead { display: table-header-group; }
  thead th { position: static; box-shadow: none; }
  /* Chromium does not repeat a button on the next page. */
  th button { display: contents; }
  th, td { padding: 2px 4px; max-width: none; }
  td:first-child:not(.number) { min-width: 6rem; }
  pre { white-space: pre-wrap; }
  .plot { max-width: ${WIDTH_ON_PAPER}px; }
}
`;
