import { describe, expect, it } from 'vitest';
import { audienceParts, wholeOf } from '../../../metrics/audience.ts';
import { amountOf } from '../../../metrics/money.ts';
import type { AudienceSplit } from '../../../metrics/session.ts';
import { paths, read } from '../fixtures/captured.ts';
import customers from '../fixtures/user-portrait-customers.json' with { type: 'json' };
import followers from '../fixtures/user-portrait-followers.json' with { type: 'json' };

const audienceOf = (stats: object): readonly AudienceSplit[] =>
  read(paths.userPortrait, { stats })[0]?.audience ?? [];
const find = (audience: readonly AudienceSplit[], of: string, by: string) =>
  audience.find((split) => split.of === of && split.by === by);

describe('the captured portrait by follower tier', () => {
  const audience = audienceOf(followers.data.stats);

  it('is read whole, without a gap', () => {
    expect(audience.map(({ of, by }) => `${of} ${by}`)).toEqual([
      'viewers follower',
      'customers follower',
      'gmv follower',
      'orders follower',
      'aov follower',
    ]);
    expect(read(paths.userPortrait, followers.data)[0]?.gaps).toEqual([]);
  });

  it('names followers, the old and the new among them, and who does not follow', () => {
    expect(find(audience, 'viewers', 'follower')?.parts).toEqual([
      { name: 'follower', value: 72 },
      { name: 'old-follower', within: 'follower', value: 70 },
      { name: 'new-follower', within: 'follower', value: 2 },
      { name: 'not-following', value: 522 },
    ]);
  });

  it('counts nobody twice: the whole is the GMV of all sources, and the SKU orders', () => {
    const gmv = find(audience, 'gmv', 'follower');
    const orders = find(audience, 'orders', 'follower');
    if (gmv === undefined || orders === undefined) throw new Error('not read');
    expect(wholeOf(gmv)).toBe(2_513_080);
    expect(wholeOf(orders)).toBe(33);
  });

  it('keeps the AOV of each tier as money without a share', () => {
    const aov = find(audience, 'aov', 'follower');
    expect(aov?.parts.map(({ money }) => money && amountOf(money))).toEqual([
      131_995, 131_995, 0, 132_340,
    ]);
    expect(aov && audienceParts(aov).some(({ share }) => share !== undefined)).toBe(false);
  });
});

describe('the captured portrait of customers', () => {
  const audience = audienceOf(customers.data.stats);

  it('reads places as shares, with a rest beside the five largest', () => {
    const places = find(audience, 'customers', 'region');
    expect(places?.parts).toHaveLength(5);
    expect(places?.parts[0]).toEqual({ name: 'Ho Chi Minh', share: 0.111111 });
    expect(places && audienceParts(places).at(-1)?.share).toBeCloseTo(1 - 0.444445, 5);
  });

  it('reads genders and ages as counts', () => {
    expect(find(audience, 'customers', 'gender')?.parts).toEqual([
      { name: 'male', value: 4 },
      { name: 'female', value: 2 },
      { name: 'unknown', value: 12 },
    ]);
    expect(find(audience, 'customers', 'age')?.parts).toEqual([
      { name: '3', value: 2 },
      { name: '4', value: 10 },
      { name: '5', value: 2 },
    ]);
  });
});

describe('user/portrait', () => {
  it('keeps bare codes where the tiers do not add up, and says so', () => {
    const list = [10, 11, 12, 13].map((type) => ({ type, cnt: 5 }));
    const [part] = read(paths.userPortrait, { stats: { all_fan_distribution: list } });
    expect(part?.audience?.[0]?.parts.map(({ name }) => name)).toEqual(['10', '11', '12', '13']);
    expect(part?.gaps).toMatchObject([{ field: 'all_fan_distribution', reason: 'contradicts' }]);
  });

  it('keeps a name that every object has, where a gender is answered by its name', () => {
    const [split] = audienceOf({ all_gender_distribution: [{ key: 'constructor', value: '0.5' }] });
    expect(split?.parts).toEqual([{ name: 'constructor', share: 0.5 }]);
  });

  it('reads old and new followers as parts of the whole where nothing holds them together', () => {
    const list = [11, 12, 13].map((type) => ({ type, cnt: 5 }));
    const [split] = audienceOf({ all_fan_distribution: list });
    expect(split && wholeOf(split)).toBe(15);
  });

  it('takes the first word on a country that is listed again with nothing', () => {
    const [split] = audienceOf({
      country_distribution: [
        { key: 'VN', value: '0.900000' },
        { key: 'VN', value: '0.000000' },
        { key: 'US', value: '0.100000' },
      ],
    });
    expect(split?.parts).toEqual([
      { name: 'VN', share: 0.9 },
      { name: 'US', share: 0.1 },
    ]);
  });

  it.each([
    ['no list', 'young'],
    ['a share above the whole', [{ key: 'VN', value: '90' }]],
    ['a part without a type', [{ cnt: 4 }]],
    ['a count that is none', [{ type: 3, cnt: 'few' }]],
  ])('notes %s', (_what, distribution) => {
    const [part] = read(paths.userPortrait, { stats: { all_state_distribution: distribution } });
    expect(part?.audience).toBeUndefined();
    expect(part?.gaps).toHaveLength(1);
  });
});
