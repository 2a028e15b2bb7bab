import type { AudienceSplit } from '../../metrics/session.ts';

/** One distribution of user/portrait: its id, the field it is answered in, and what it splits. */
export interface PortraitStat {
  readonly id: number;
  readonly field: string;
  readonly of: AudienceSplit['of'];
  readonly by: AudienceSplit['by'];
}

/** Codes of genders as real shops answered them. */
export const genders: ReadonlyMap<string, string> = new Map([
  ['20', 'male'],
  ['21', 'female'],
  ['22', 'unknown'],
]);

/**
 * Codes of follower tiers, by identity: 10 = 12 + 13 in every captured distribution and 10 + 11 is the
 * whole. That 12 are the old followers and 13 the new ones is inferred: 13 is the small one. `within` is
 * the code of the tier that a tier splits.
 */
export const tiers: ReadonlyMap<string, { readonly name: string; readonly within?: string }> =
  new Map([
    ['10', { name: 'follower' }],
    ['11', { name: 'not-following' }],
    ['12', { name: 'old-follower', within: '10' }],
    ['13', { name: 'new-follower', within: '10' }],
  ]);

/** The distributions of user/portrait, each of which was answered when asked for alone (third-party, a real shop). */
export const portraitStats: readonly PortraitStat[] = [
  { id: 80, field: 'all_gender_distribution', of: 'viewers', by: 'gender' },
  { id: 81, field: 'all_fan_distribution', of: 'viewers', by: 'follower' },
  { id: 82, field: 'all_age_distribution', of: 'viewers', by: 'age' },
  { id: 83, field: 'all_state_distribution', of: 'viewers', by: 'region' },
  { id: 90, field: 'country_distribution', of: 'viewers', by: 'country' },
  { id: 85, field: 'paid_gender_distribution', of: 'customers', by: 'gender' },
  { id: 86, field: 'paid_fan_distribution', of: 'customers', by: 'follower' },
  { id: 87, field: 'paid_age_distribution', of: 'customers', by: 'age' },
  { id: 88, field: 'paid_state_distribution', of: 'customers', by: 'region' },
  { id: 350, field: 'impressions_gender_distribution', of: 'impressions', by: 'gender' },
  { id: 351, field: 'impressions_country_distribution', of: 'impressions', by: 'country' },
  { id: 352, field: 'impressions_age_distribution', of: 'impressions', by: 'age' },
  { id: 353, field: 'impressions_state_distribution', of: 'impressions', by: 'region' },
  { id: 92, field: 'follower_gmv_local_distribution', of: 'gmv', by: 'follower' },
  { id: 93, field: 'follower_sku_order_distribution', of: 'orders', by: 'follower' },
  { id: 95, field: 'follower_main_aov_local_distribution', of: 'aov', by: 'follower' },
];
