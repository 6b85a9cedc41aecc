import { algorithmOf } from '../../../src/segmentation/algorithms';
import { Segmentation } from '../../../src/segmentation/segmentation';

/** Three groups of ten customers. */
const TABLE = {
  Income: Array.from({ length: 30 }, (_, i) => 20 * (i % 3) + (i % 7) / 3),
  Spending: Array.from({ length: 30 }, (_, i) => 30 * (i % 3) - (i % 5) / 2),
};

test.each(['kmeans', 'agglomerative'] as const)(
  '%s with k auto takes the clustering that choosing k has found, and it is the same',
  (algorithm) => {
    const known = algorithmOf(algorithm);
    const fit = jest.spyOn(known, 'fit');
    const taken = new Segmentation({ algorithm }).fit(TABLE);
    taken.judge();
    expect(fit).not.toHaveBeenCalled();
    const { take } = known;
    Object.assign(known, { take: undefined });
    const again = new Segmentation({ algorithm }).fit(TABLE);
    again.judge();
    Object.assign(known, { take });
    expect(fit).toHaveBeenCalledTimes(1);
    expect(JSON.parse(JSON.stringify(taken))).toEqual(JSON.parse(JSON.stringify(again)));
    fit.mockRestore();
  },
);
