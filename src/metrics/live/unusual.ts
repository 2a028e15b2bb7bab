import { type Figures, numberOf } from '../figure.ts';
import { MINUTE_SECONDS, type Seconds } from '../time.ts';

/** A LIVE this short may be one that broke off; TikTok's own advice begins at half an hour. Chosen by us. */
const STUB_SECONDS = 15 * MINUTE_SECONDS;
/** And it is one where the account's LIVEs usually last this many times as long. Chosen by us. */
const STUB_RATIO = 3;

/**
 * Whether a LIVE is a stub: one that broke off after minutes, or tested the camera (13 minutes beside shows
 * of two hours, seen in a real shop). Of an account that always streams so shortly none is one.
 *
 * @param usual the median length of the account's LIVEs, in seconds; asked for where the LIVE is short
 */
export function isStub(length: Seconds | undefined, usual: () => number | undefined): boolean {
  if (length === undefined || length >= STUB_SECONDS) return false;
  const known = usual();
  return known !== undefined && known >= STUB_RATIO * length;
}

/** Views from which on a LIVE that sells has product clicks. Chosen by us. */
const VIEWS_THAT_TELL = 100;
/** A LIVE that sells shows several products a view; a product left in the bag is seen by one in ten at most. Chosen by us. */
const IMPRESSIONS_PER_VIEW = 0.1;

/**
 * Whether a LIVE only had one of the shop's products left in its bag: nothing sold, no product tapped, and
 * hardly a product seen by its many viewers, as 89 times in the 60 hours of a real one. A LIVE that sells badly
 * has product impressions and clicks. False where a figure is missing. Lists keep the answer: whoever changes the
 * rule raises their format (`archive/listed.ts`).
 */
export function isNotSelling(figures: Figures): boolean {
  const gmv = numberOf(figures, 'gmv') ?? numberOf(figures, 'directGmv');
  const clicks = numberOf(figures, 'productClicks');
  const shown = numberOf(figures, 'productImpressions');
  const views = numberOf(figures, 'views');
  if (gmv !== 0 || clicks !== 0 || shown === undefined || views === undefined) return false;
  return views >= VIEWS_THAT_TELL && shown < IMPRESSIONS_PER_VIEW * views;
}
