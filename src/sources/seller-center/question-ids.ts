import { coreStats } from './stats-types.ts';

/** What core/stats answers beside the metrics: when the LIVE ran, and earlier LIVEs to compare with. */
const besideMetrics: readonly number[] = [290, 291, 292];

/** Metrics whose comparison with the market is asked for, as negative ids. */
const comparedMetrics: readonly number[] = [
  3, 2, 7, 344, 23, 20, 18, 39, 10, 11, 15, 62, 70, 71, 330,
];

/**
 * Every id of core/stats that tells something, and the market comparisons as negative ids: the full
 * useful set as answered in real shops, and the payment rate (50).
 */
export const allCoreIds: readonly number[] = [
  ...coreStats.flatMap(({ id, isRegional }) => (isRegional === true ? [] : [id])),
  ...besideMetrics,
  ...comparedMetrics.map((id) => -id),
];

/** What the page itself asked for in the capture: the set to fall back on, as one invalid id spoils a whole answer. */
export const pageCoreIds: readonly number[] = [
  241, 20, 310, 29, 313, 332, 330, 10, 72, 15, 62, 11, 323, 283, 344, 325, 3, 2, 5, 18, 290, 291,
  292, -20, -330, -10, -15, -62, -11, -344, -3, -2, -18,
];

/**
 * What the page asks for in Indonesia, as a third party saw it: direct figures in place of GMV and GMV
 * per hour. Whether these ids are valid elsewhere isn't known, and one that isn't spoils a whole answer.
 */
const indonesianCoreIds: readonly number[] = [
  23, 20, 322, 310, 39, 29, 332, 330, 10, 323, 349, 70, 43, 30, 71, 72, 341, 342, 2, 5, 18, 290,
  291, 292, -23, -20, -39, -330, -10, -70, -41, -71, -341, -342, -2, -18,
];
const indonesianProductIds: readonly number[] = [
  1, 2, 3, 4, 5, 6, 51, 350, 64, 7, 10, 15, 341, 120, 30, 342,
];

/** The 19 fields of product/list; id, name, cover and pin come with any of them. */
export const productIds: readonly number[] = [
  4, 5, 6, 7, 10, 15, 17, 18, 21, 30, 35, 41, 48, 51, 55, 64, 120, 301, 345,
];

/** The ids of core/stats as a country's own pages ask for them. */
export const coreIdsIn = (country?: string): readonly number[] =>
  country === 'ID' ? indonesianCoreIds : allCoreIds;

/** The same of product/list. */
export const productIdsIn = (country?: string): readonly number[] =>
  country === 'ID' ? indonesianProductIds : productIds;
