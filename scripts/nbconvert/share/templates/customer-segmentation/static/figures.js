/* Draws every figure of the page, one after the other so that the page stays usable meanwhile. */
addEventListener('DOMContentLoaded', async () => {
  /** Between the margins of A4 and of Letter; page.css names them. */
  const WIDTH_ON_PAPER = 640;
  const figures = [...document.querySelectorAll('.cs-figure')];

  for (const figure of figures) {
    const plot = figure.querySelector('.cs-plot');
    try {
      const { data, layout, config } = JSON.parse(figure.querySelector('script').textContent);
      await Plotly.newPlot(plot, data, { autosize: true, ...layout }, { responsive: true, ...config });
    } catch (error) {
      plot.textContent = `${figure.getAttribute('aria-label')} (this figure could not be drawn: ${error.message})`;
      console.error(error);
    }
    await new Promise((next) => setTimeout(next));
  }
  document.documentElement.dataset.figures = 'drawn';

  addEventListener('beforeprint', () => {
    for (const plot of document.querySelectorAll('.js-plotly-plot')) {
      Plotly.relayout(plot, { width: Math.min(plot.clientWidth, WIDTH_ON_PAPER) });
    }
  });
  addEventListener('afterprint', () => {
    for (const plot of document.querySelectorAll('.js-plotly-plot'))
      Plotly.relayout(plot, { width: null, autosize: true });
  });
});
