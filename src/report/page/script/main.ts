/** What the page of a report does by itself: draws its figures, and sorts its tables. */
import { drawFigures } from './figures';
import { makeSortable } from './tables';

for (const table of document.querySelectorAll('table')) makeSortable(table);
drawFigures();
