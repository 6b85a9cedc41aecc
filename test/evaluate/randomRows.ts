/** Twelve rows on which scikit-learn 1.x was asked; every third row is of one cluster, the last alone in its own. */
export const RANDOM_ROWS = [
  [-1.61, 0.49, -3.31],
  [1.31, 2.29, -0.91],
  [0.86, 0.5, -0.79],
  [-1.72, -4.07, 2.82],
  [-0.1, 5.04, 1.65],
  [0.56, -1.31, 2.78],
  [-1.01, 3.14, -0.8],
  [0.37, -3.05, 4.69],
  [-0.19, -0.77, 1.62],
  [-1.78, 1.54, -2.34],
  [1.09, -2.09, -3.67],
  [-1.19, -2.93, 1.11],
];

export const RANDOM_LABELS = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 3];
