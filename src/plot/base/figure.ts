import type { Data, Layout } from 'plotly.js';

/**
 * A finished picture as plain Plotly data: pure values that can be shown in a notebook, saved, or asserted on.
 * `description` is the alternative text: what the picture shows, in one sentence, for those who cannot see it.
 */
export interface Figure {
  data: Data[];
  layout: Partial<Layout>;
  description: string;
}
