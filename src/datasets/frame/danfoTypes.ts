/**
 * The types of danfojs, in the one place that names the package: it is optional, and where it is not installed they are
 * `any` instead of an error in the reader's program, which the comments below see to.
 */

// biome-ignore lint/suspicious/noTsIgnore: no error where it is installed, and one where it is not
/** @ts-ignore */
export type DataFrame = import('danfojs-node').DataFrame;

// biome-ignore lint/suspicious/noTsIgnore: no error where it is installed, and one where it is not
/** @ts-ignore */
export type Danfo = typeof import('danfojs-node');
