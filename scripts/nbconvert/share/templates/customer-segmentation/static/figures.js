/* Draws every figure of the page, one after the other so that the page stays usable meanwhile. */
addEventListener('DOMContentLoaded', async () => {
  const MARGIN_ON_PAPER = 24;
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
      const width = Math.min(plot.clientWidth, 720) - MARGIN_ON_PAPER;
      plot.dataset.screenWidth = plot.clientWidth;
      Plotly.relayout(plot, { width });
    }
  });
  addEventListener('afterprint', () => {
    for (const plot of document.querySelectorAll('.js-plotly-plot'))
      Plotly.relayout(plot, { width: null, autosize: true });
  });
});
