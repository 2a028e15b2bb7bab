import type { AudienceSplit } from '../../metrics/session.ts';
import { averageDollars, dollars } from './amounts.ts';
import { logNormal } from './draws.ts';
import type { LiveScript } from './plan.ts';
import { randomOf } from './random.ts';
import type { SampleTally, TierTally } from './tally.ts';

/** TikTok's own codes of ages; nothing says what they stand for. */
const ages = { 3: 0.38, 4: 0.43, 5: 0.19 };
const genders = { male: 0.21, female: 0.74, unknown: 0.05 };
const states = {
  California: 0.19,
  Texas: 0.15,
  Florida: 0.11,
  'New York': 0.1,
  Georgia: 0.06,
  Ohio: 0.05,
  elsewhere: 0.34,
};
const tiers = { 'not-following': 0.66, 'new-follower': 0.13, 'old-follower': 0.21 };
/** So many places are answered, the largest. */
const PLACES = 5;

type Parts = AudienceSplit['parts'];
type Whose = 'viewers' | 'customers' | 'impressions';

/**
 * Who watched, was reached and bought, as the captured answers split it: genders, ages and follower tiers
 * by count, the five largest states by share. Followers are the old and the new ones together. What each
 * tier bought comes from the orders themselves.
 */
export function audienceOf(plan: LiveScript, tally: SampleTally): AudienceSplit[] {
  const { totals } = tally;
  const draw = (whose: Whose, by: string, total: number, usual: Readonly<Record<string, number>>) =>
    spread(plan, `${whose} ${by}`, total, usual);
  const of = (whose: Whose, total: number): AudienceSplit[] => [
    { of: whose, by: 'age', parts: draw(whose, 'age', total, ages) },
    { of: whose, by: 'gender', parts: draw(whose, 'gender', total, genders) },
    { of: whose, by: 'region', parts: largest(draw(whose, 'region', total, states)) },
  ];
  const tiered = (whose: Whose, total: number): AudienceSplit => {
    const drawn = draw(whose, 'follower', total, tiers);
    const count = (name: string): number => drawn.find((part) => part.name === name)?.value ?? 0;
    return {
      of: whose,
      by: 'follower',
      parts: byTier({
        old: { value: count('old-follower') },
        fresh: { value: count('new-follower') },
        all: { value: count('old-follower') + count('new-follower') },
        none: { value: count('not-following') },
      }),
    };
  };
  return [
    ...of('impressions', totals.impressions),
    ...of('viewers', totals.viewers),
    tiered('viewers', totals.viewers),
    ...of('customers', totals.customers),
    tiered('customers', totals.customers),
    ...boughtBy(tally.tiers),
  ];
}

interface Tiers<T> {
  readonly all: T;
  readonly old: T;
  readonly fresh: T;
  readonly none: T;
}
type Size = Omit<Parts[number], 'name' | 'within'>;

/** Money, SKU orders and AOV of each tier. The simulation tells regular and keen followers apart, TikTok doesn't. */
function boughtBy([none, fresh, regular, keen]: readonly TierTally[]): AudienceSplit[] {
  if (none === undefined || fresh === undefined) return [];
  const old = added(regular, keen);
  const bought: Tiers<TierTally> = { all: added(old, fresh), old, fresh, none };
  const each = (size: (tier: TierTally) => Size): Parts =>
    byTier({
      all: size(bought.all),
      old: size(bought.old),
      fresh: size(bought.fresh),
      none: size(bought.none),
    });
  return [
    { of: 'gmv', by: 'follower', parts: each(({ gmv }) => ({ money: dollars(gmv) })) },
    { of: 'orders', by: 'follower', parts: each(({ skuOrders }) => ({ value: skuOrders })) },
    {
      of: 'aov',
      by: 'follower',
      parts: each(({ gmv, orders }) => ({
        money: orders === 0 ? dollars(0) : averageDollars(gmv, orders),
      })),
    },
  ];
}

function byTier({ all, old, fresh, none }: Tiers<Size>): Parts {
  return [
    { name: 'follower', ...all },
    { name: 'old-follower', within: 'follower', ...old },
    { name: 'new-follower', within: 'follower', ...fresh },
    { name: 'not-following', ...none },
  ];
}

const nothing: TierTally = { orders: 0, skuOrders: 0, gmv: 0 };

function added(one: TierTally = nothing, other: TierTally = nothing): TierTally {
  return {
    orders: one.orders + other.orders,
    skuOrders: one.skuOrders + other.skuOrders,
    gmv: one.gmv + other.gmv,
  };
}

/** The largest places by share, as six decimals say it. */
function largest(places: Parts): Parts {
  const total = places.reduce((sum, { value = 0 }) => sum + value, 0);
  return places
    .filter(({ name }) => name !== 'elsewhere')
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, PLACES)
    .map(({ name, value = 0 }) => ({
      name,
      share: total === 0 ? 0 : Number((value / total).toFixed(6)),
    }));
}

/** Divides a count by usual shares, each off a little; the parts add up to it. */
function spread(
  plan: LiveScript,
  what: string,
  total: number,
  usual: Readonly<Record<string, number>>,
): Parts {
  const random = randomOf(plan.seed, 'audience', plan.id, what);
  const names = Object.keys(usual);
  const weights = names.map((name) => (usual[name] ?? 0) * logNormal(random, 0.12));
  const sum = weights.reduce((all, one) => all + one, 0);
  let below = 0;
  let given = 0;
  return names.map((name, i) => {
    below += weights[i] ?? 0;
    const upTo = i === names.length - 1 ? total : Math.round((total * below) / sum);
    const value = upTo - given;
    given = upTo;
    return { name, value };
  });
}
