import { kMeansSweep } from '../../../src/cluster/kmeans/kMeans';
import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import { toNumericMatrix } from '../../../src/datasets/frame/columns';
import { describePublished } from '../../datasets/catalog/published';

describePublished('mall-customers', () => {
  test('income and score: the best known inertia of every k from 2 to 6', () => {
    const { frame } = loadDataset('mall-customers');
    const X = toNumericMatrix(frame, ['Annual Income (k$)', 'Spending Score (1-100)']);
    const inertias = kMeansSweep(X, [2, 3, 4, 5, 6], { nInit: 40 }).map(({ inertia }) => inertia);
    const known = [181363.6, 106348.37, 73679.79, 44448.46, 37233.81];
    expect(inertias).toEqual(known.map((value) => expect.closeTo(value, 1)));
  });
});
