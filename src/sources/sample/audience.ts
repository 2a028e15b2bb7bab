import type { AudienceSplit } from '../../metrics/session.ts';
import { averageDollars, dollars } from './amounts.ts';
import { logNormal } from './draws.ts';
import type { Plan } from './plan.ts';
import { randomOf } from './random.ts';
import type { Tally } from './tally.ts';

const splits = {
  age: { '18-24': 0.2, '25-34': 0.36, '35-44': 0.24, '45-54': 0.13, '55+': 0.07 },
  gender: { female: 0.74, male: 0.21, unknown: 0.05 },
  region: {
    California: 0.19,
    Texas: 0.15,
    Florida: 0.11,
    'New York': 0.1,
    Georgia: 0.06,
    Ohio: 0.05,
    Other: 0.34,
  },
  follower: { 'not-following': 0.66, 'new-follower': 0.13, follower: 0.15, fan: 0.06 },
} as const;
const tiers = Object.keys(splits.follower);

/**
 * Who watched, was reached and bought, by age, gender, state and follower tier. Values of a split add
 * up to the room's count; what each follower tier bought comes from the orders themselves.
 */
export function audienceOf(plan: Plan, tally: Tally): AudienceSplit[] {
  const { totals } = tally;
  const of = (whose: 'viewers' | 'customers' | 'impressions', total: number): AudienceSplit[] =>
    (['age', 'gender', 'region', 'follower'] as const)
      .filter((by) => !(whose === 'impressions' && by === 'follower'))
      .map((by) => ({ of: whose, by, parts: spread(plan, `${whose} ${by}`, total, splits[by]) }));
  const tierParts = tally.tiers.map((tier, i) => ({ ...tier, name: tiers[i] ?? '' }));
  const share = (part: number, whole: number): { share?: number } =>
    whole === 0 ? {} : { share: part / whole };
  return [
    ...of('impressions', totals.impressions),
    ...of('viewers', totals.viewers),
    ...of('customers', totals.customers),
    {
      of: 'gmv',
      by: 'follower',
      parts: tierParts.map(({ name, gmv }) => ({
        name,
        money: dollars(gmv),
        ...share(gmv, totals.gmv),
      })),
    },
    {
      of: 'orders',
      by: 'follower',
      parts: tierParts.map(({ name, orders }) => ({
        name,
        value: orders,
        ...share(orders, totals.orders),
      })),
    },
    {
      of: 'aov',
      by: 'follower',
      parts: tierParts.flatMap(({ name, gmv, orders }) =>
        orders === 0 ? [] : [{ name, money: averageDollars(gmv, orders) }],
      ),
    },
  ];
}

function spread(
  plan: Plan,
  what: string,
  total: number,
  usual: Readonly<Record<string, number>>,
): AudienceSplit['parts'] {
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
    return { name, value, ...(total === 0 ? {} : { share: value / total }) };
  });
}
