import { type MetricId, ratioOf } from '../../metrics/catalogue.ts';
import { type ctors, ctrs } from '../../metrics/ctr-denominator.ts';
import { decide, type Numbers } from '../exports/identity.ts';
import { answeredNumber, numbersOf } from './api-fields.ts';
import { FEWEST_PERCENT_DECIMALS } from './api-value.ts';
import type { ListRow } from './read-live.ts';
import { isNear, type LiveMinutes } from './read-minutes.ts';
import type { LiveProducts } from './read-products.ts';

/** All that was answered of one LIVE, read. */
export interface ReadLive {
  readonly listed: ListRow;
  readonly minutes: LiveMinutes | undefined;
  readonly products: LiveProducts | undefined;
}

/** What names stand for in the answers of one shop; undefined where its LIVEs don't tell. */
export interface Bases {
  /** The list's `gmv`. */
  readonly gmv: 'gmv' | 'directGmv' | undefined;
  /** The list's `click_through_rate` and `click_to_order_rate`. */
  readonly ctr: (typeof ctrs)[number] | undefined;
  readonly ctor: (typeof ctors)[number] | undefined;
}

/** Fewer LIVEs say too little, and a definition holds for more than this share of them. */
const FEWEST_LIVES = 3;
const MOST_OTHER = 0.1;

/** What one LIVE says of the list's GMV beside the direct GMV of its products. */
export type GmvVote = 'same' | 'more' | 'less';

/** Undefined where one of the two is missing or nothing was sold. */
function gmvVote({ listed, products }: ReadLive): GmvVote | undefined {
  const gmv = listed.fields.find(({ field }) => field.name === 'gmv')?.money;
  const direct = products?.directGmv;
  if (gmv === undefined || direct === undefined || gmv.currency !== direct.currency)
    return undefined;
  const [whole, part] = [Number(gmv.amount), Number(direct.amount)];
  if (whole === 0 || part === 0) return undefined;
  if (isNear(whole, part)) return 'same';
  return whole > part ? 'more' : 'less';
}

/**
 * What the list's GMV is: direct where it is that of the products in all LIVEs but a few; attributed
 * where it is more in several and less in hardly any, since a LIVE may well have nothing attributed
 * beside what is direct. The specification says direct, programs that ran say attributed.
 */
function decideGmv(votes: readonly GmvVote[]): Bases['gmv'] {
  const share = (vote: GmvVote): number =>
    votes.filter((one) => one === vote).length / votes.length;
  if (votes.length < FEWEST_LIVES || share('less') > MOST_OTHER) return undefined;
  if (share('same') >= 1 - MOST_OTHER) return 'directGmv';
  const more = votes.filter((vote) => vote === 'more').length;
  return more >= FEWEST_LIVES && share('more') > 2 * MOST_OTHER ? 'gmv' : undefined;
}

/** A rate under one of the list's names, with the counts beside it, where it is written finely enough. */
export interface RateRow {
  readonly value: number;
  readonly others: Numbers;
}

export function rateRow(live: ReadLive, name: string): RateRow | undefined {
  const read = live.listed.fields.find(({ field }) => field.name === name);
  if (read?.value === undefined) return undefined;
  if ((read.percentDecimals ?? 0) < FEWEST_PERCENT_DECIMALS) return undefined;
  return { value: read.value, others: countsBeside(live) };
}

/** The counts of the list, with main orders where the minutes say them. */
function countsBeside({ listed, minutes }: ReadLive): Numbers {
  const orders = minutes === undefined ? undefined : sumOverIntervals(minutes, 'orders');
  return { ...numbersOf(listed.fields), ...(orders === undefined ? {} : { orders }) };
}

/** The sum of a count over all intervals; undefined where an interval doesn't say it. */
export function sumOverIntervals({ intervals }: LiveMinutes, id: MetricId): number | undefined {
  if (intervals === undefined || intervals.length === 0) return undefined;
  let sum = 0;
  for (const { counts } of intervals) {
    const value = counts[id];
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** Collects over the LIVEs of one shop, one at a time, and decides. */
export class BasesOfShop {
  private readonly votes: GmvVote[] = [];
  private readonly rates = new Map<string, RateRow[]>();

  /** @param live one whose figures are final: what still moves says nothing */
  add(live: ReadLive): void {
    const vote = gmvVote(live);
    if (vote !== undefined) this.votes.push(vote);
    for (const name of ['click_through_rate', 'click_to_order_rate']) {
      const row = rateRow(live, name);
      if (row !== undefined) this.rates.set(name, [...(this.rates.get(name) ?? []), row]);
    }
  }

  decide(): Bases {
    const rateOf = <Id extends MetricId>(
      name: string,
      candidates: readonly Id[],
    ): Id | undefined => {
      const id = decide(candidates, this.rates.get(name) ?? []);
      return candidates.find((candidate) => candidate === id);
    };
    return {
      gmv: decideGmv(this.votes),
      ctr: rateOf('click_through_rate', ctrs),
      ctor: rateOf('click_to_order_rate', ['ctor', 'ctorSku']),
    };
  }
}

/** What the counts of a LIVE make of a rate; undefined where they don't tell. */
export function countedRate(id: MetricId, others: Numbers): number | undefined {
  const ratio = ratioOf(id);
  if (ratio === undefined) return undefined;
  const [above, below] = [others[ratio.numerator], others[ratio.denominator]];
  return above === undefined || !below ? undefined : (above / below) * ratio.per;
}

/** Whether two amounts of a LIVE are of the same orders. */
export function isSameGmv(live: ReadLive): boolean {
  const [list, overall] = [
    answeredNumber(live.listed.fields, 'gmv'),
    live.minutes && answeredNumber(live.minutes.overall, 'gmv'),
  ];
  return list !== undefined && overall !== undefined && isNear(overall, list);
}
