/** Opens each model file that it is sent, predicts by it and writes its report; answers how that ended. */
const { SegmentationModel } = require('../../../dist/segmentation/segmentationModel');
const { buildReport } = require('../../../dist/report/buildReport');
const { reportHtml } = require('../../../dist/report/page/reportHtml');

const CUSTOMERS = {
  Age: [20, 33, 61, null],
  'Annual Income (k$)': [15, 60, 120, 40],
  'Spending Score (1-100)': [80, 40, 5, 50],
  Gender: ['Female', 'Male', null, 'x'],
};

process.on('message', ({ path }) => {
  let outcome = 'taken';
  try {
    const model = SegmentationModel.load(path);
    model.predict(CUSTOMERS);
    reportHtml(buildReport(model));
  } catch (error) {
    outcome = error.name === 'InputError' ? 'refused' : `${error.name}: ${String(error.stack).slice(0, 600)}`;
  }
  process.send({ outcome, memory: process.memoryUsage().rss });
});
process.send({ outcome: 'ready', memory: 0 });
