import { present } from '../../metrics/present.ts';
import type { AudienceSplit, Session } from '../../metrics/session.ts';
import type { Answer } from '../exchange.ts';
import { envelope, invalidParameters } from './envelope.ts';
import { moneyValue, sixPlaces } from './values.ts';

type Split = Pick<AudienceSplit, 'of' | 'by'>;

/** The distributions of `user/portrait` by id; 83, 88 and 353 are split by state, which is a region here. */
const distributions: ReadonlyMap<number, readonly [name: string, split: Split]> = new Map([
  [80, ['all_gender_distribution', { of: 'viewers', by: 'gender' }]],
  [81, ['all_fan_distribution', { of: 'viewers', by: 'follower' }]],
  [82, ['all_age_distribution', { of: 'viewers', by: 'age' }]],
  [83, ['all_state_distribution', { of: 'viewers', by: 'region' }]],
  [90, ['country_distribution', { of: 'viewers', by: 'country' }]],
  [85, ['paid_gender_distribution', { of: 'customers', by: 'gender' }]],
  [86, ['paid_fan_distribution', { of: 'customers', by: 'follower' }]],
  [87, ['paid_age_distribution', { of: 'customers', by: 'age' }]],
  [88, ['paid_state_distribution', { of: 'customers', by: 'region' }]],
  [350, ['impressions_gender_distribution', { of: 'impressions', by: 'gender' }]],
  [351, ['impressions_country_distribution', { of: 'impressions', by: 'country' }]],
  [352, ['impressions_age_distribution', { of: 'impressions', by: 'age' }]],
  [353, ['impressions_state_distribution', { of: 'impressions', by: 'region' }]],
  [92, ['follower_gmv_local_distribution', { of: 'gmv', by: 'follower' }]],
  [93, ['follower_sku_order_distribution', { of: 'orders', by: 'follower' }]],
  [95, ['follower_main_aov_local_distribution', { of: 'aov', by: 'follower' }]],
]);

/** Type numbers of genders as real shops answered them; which follower tier is which of 10 to 13 is assumed. */
const codes: ReadonlyMap<string, number> = new Map([
  ['male', 20],
  ['female', 21],
  ['unknown', 22],
  ['not-following', 10],
  ['new-follower', 11],
  ['follower', 12],
  ['fan', 13],
]);

/**
 * `user/portrait`: one distribution for each id asked. The names and the type numbers are those of
 * real shops; the inner shape of a distribution was never captured, so the demo's is invented.
 */
export function userPortrait(session: Session, ids: readonly number[]): Answer {
  if (ids.length === 0 || ids.some((id) => !distributions.has(id))) return invalidParameters();
  return envelope({
    stats: Object.fromEntries(
      ids.flatMap((id) => {
        const [name, split] = distributions.get(id) ?? [];
        const found = session.audience?.find(({ of, by }) => of === split?.of && by === split?.by);
        return name === undefined || found === undefined ? [] : [[name, found.parts.map(encode)]];
      }),
    ),
  });
}

function encode(part: AudienceSplit['parts'][number]): object {
  return present({
    type: codes.get(part.name) ?? part.name,
    ratio: part.share === undefined ? undefined : sixPlaces(part.share),
    value: part.value,
    amount: part.money && moneyValue(part.money),
  });
}
