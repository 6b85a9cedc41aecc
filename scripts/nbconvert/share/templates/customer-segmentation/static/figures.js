/* Draws every figure of the page, one after the other so that the page stays usable meanwhile. */
addEventListener('DOMContentLoaded', async () => {
  /** Between the margins of A4 and of Letter; page.css names them. */
  const WIDTH_ON_PAPER = 640;
  const figures = [...document.querySelectorAll('.cs-figure')];

  /** WebGL is drawn too late for the printer: paper gets a still picture, from where the reader last looked. */
  async function keepPrintable(plot) {
    const picture = document.createElement('img');
    picture.className = 'cs-paper';
    picture.alt = '';
    const paint = async () => {
      const size = { width: WIDTH_ON_PAPER, height: plot.clientHeight };
      picture.src = await Plotly.toImage(plot, { format: 'png', ...size, scale: 2 });
    };
    await paint();
    plot.after(picture);
    plot.on('plotly_relayout', (change) => 'scene.camera' in change && paint());
  }

  for (const figure of figures) {
    const plot = figure.querySelector('.cs-plot');
    try {
      const { data, layout, config } = JSON.parse(figure.querySelector('script').textContent);
      await Plotly.newPlot(plot, data, { autosize: true, ...layout }, { responsive: true, ...config });
      if (plot.querySelector('.gl-container canvas')) await keepPrintable(plot);
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
