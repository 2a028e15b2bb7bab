/** Standard normal quantile of 95 %: each end of a 90 % interval, and a one-sided error of 5 %. */
export const Z90 = 1.6448536269514722;

/** Standard normal quantile of 80 %: the power with which a difference is to be found, by convention. */
export const Z_POWER = 0.8416212335729143;

/** Hits or misses expected below which a share says nothing (Cochran's rule of thumb). */
export const FEWEST_EXPECTED = 5;

/**
 * Spread of one order's value, standard deviation ÷ mean, where nothing tells it. Chosen by us; a
 * shop with a wide range of prices spreads more.
 */
export const ORDER_SPREAD = 0.6;

/**
 * Half as much again, or a third less: the difference between two parts of a LIVE that is worth
 * waiting for, as smaller ones are the waves that every LIVE has. Chosen by us; AitherHub's line for
 * clicks is + 50 % too.
 */
export const MEANINGFUL_RATIO = 1.5;

/** A figure less than a tenth below what it is held against isn't worth a word. Chosen by us. */
export const CLOSE_RATIO = 0.9;
