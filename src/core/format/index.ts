/** How numbers, shares, money, dates and lists are written, everywhere that people read them. */
export { formatCell } from './cell';
export { countPhrase, formatCount, plural, someOf } from './count';
export { currencySign } from './currencySign';
export { formatDate, formatDuration } from './date';
export { fixedDecimals } from './fixedDecimals';
export { formatList, formatRange, formatSome } from './list';
export { MISSING } from './missing';
export { formatMoney, withUnit } from './money';
export { areYears, decimalsFor, formatCompact, formatLike, formatNumber } from './number';
export { formatShare } from './share';
