import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type RoomId, RoomIdSchema } from '../ids.ts';
import { CurrencyCodeSchema } from '../money.ts';
import type { RoomRecord } from '../room-record.ts';
import { seconds, unixSeconds } from '../time.ts';
import { accountOf } from './account.ts';
import { OwnChoiceSchema, type OwnChoices, ownLives } from './own.ts';
import { isShop, ShopKeySchema, shopKeysOf } from './shop-key.ts';
import { shopProfiles } from './shop-profiles.ts';

const roomId = (place: number): RoomId =>
  v.parse(RoomIdSchema, `76499518053633912${String(place).padStart(2, '0')}`);

const lisbon = { offset: seconds(3600), name: 'Europe/Lisbon' };

/** A LIVE of two hours at noon of a day, of an account told by number, handle, both or neither. */
function live(
  place: number,
  whose: { readonly id?: string; readonly handle?: string } = {},
  currency?: string,
  room: Partial<RoomRecord['room']> = {},
): RoomRecord {
  const id = roomId(place);
  const startedAt = unixSeconds(1_780_000_000 + place * 86_400);
  return {
    id,
    room: { id, startedAt, endedAt: unixSeconds(startedAt + 7_200), ...accountOf(whose), ...room },
    figures: {},
    ...(currency === undefined ? {} : { currency: v.parse(CurrencyCodeSchema, currency) }),
    revision: 1,
    simulated: false,
  };
}

const one = { id: '700101', handle: 'shop.one' };
const profilesOf = (lives: readonly RoomRecord[], choices: OwnChoices = {}) =>
  shopProfiles(lives, choices).map((profile) => [
    profile.key,
    profile.lives.map(({ id }) => Number(id.slice(-2))),
  ]);

describe('shop profiles', () => {
  it('are one for each account and currency, the one on air last first and the unknown last', () => {
    const lives = [
      live(1, one, 'VND'),
      live(2, { handle: '@Shop.One' }, 'VND'),
      live(3, one, 'MYR'),
      live(4, { handle: 'shop.two' }, 'MYR'),
      live(5, {}, 'VND'),
      live(6, one, 'VND'),
    ];
    expect(profilesOf(lives)).toEqual([
      ['id:700101 VND', [6, 2, 1]],
      ['@shop.two MYR', [4]],
      ['id:700101 MYR', [3]],
      ['unknown', [5]],
    ]);
  });

  it('take a LIVE without money in where the account has one currency, and set it apart where it has several', () => {
    expect(profilesOf([live(1, one), live(2, one, 'VND')])).toEqual([['id:700101 VND', [2, 1]]]);
    const [, , left] = shopProfiles([live(1, one), live(2, one, 'VND'), live(3, one, 'MYR')], {});
    expect(left?.key).toBe('id:700101 several');
    expect(left?.currency).toBeUndefined();
    expect(profilesOf([live(1, one)])).toEqual([['id:700101 none', [1]]]);
  });

  it('tell handle, region, zone and first and last LIVE, the newest LIVE that knows first', () => {
    const lives = [
      live(1, one, 'EUR', { region: 'PT', creator: { handle: '@Old.Name' } }),
      live(2, one, 'EUR', { region: 'ES', zone: lisbon, creator: { handle: '@Shop.One' } }),
      live(3, one, 'EUR'),
    ];
    expect(shopProfiles(lives, {})[0]).toMatchObject({
      handle: 'shop.one',
      number: '700101',
      regions: ['ES', 'PT'],
      currency: 'EUR',
      zone: lisbon,
      first: lives[0]?.room.startedAt,
      last: lives[2]?.room.startedAt,
    });
  });

  it('give the LIVEs of nobody known no name, no currency and no zone', () => {
    const [only] = shopProfiles([live(1, {}, 'EUR', { zone: lisbon })], {});
    expect(only).toMatchObject({ key: 'unknown', regions: [] });
    expect(only).not.toHaveProperty('currency');
    expect(only).not.toHaveProperty('zone');
  });

  it('follow what the seller said of a LIVE; one that was taken out stays its account’s', () => {
    const lives = [live(1, one, 'VND'), live(2, {}, 'VND'), live(3, one, 'VND')];
    const key = 'id:700101 VND';
    const mine = shopProfiles(lives, {
      [roomId(1)]: 'out',
      [roomId(2)]: v.parse(OwnChoiceSchema, 'mine'),
    });
    expect(mine.map((profile) => profile.key)).toEqual([key, 'mine VND']);
  });

  const record = fc
    .record({
      id: fc.constantFrom(undefined, '700101', '700202'),
      handle: fc.constantFrom(undefined, 'shop.one', 'shop.two'),
      currency: fc.constantFrom(undefined, 'VND', 'MYR'),
    })
    .map(({ id, handle, currency }) => ({
      whose: { ...(id && { id }), ...(handle && { handle }) },
      currency,
    }));
  const archive = fc
    .array(record, { maxLength: 12 })
    .map((all) => all.map(({ whose, currency }, place) => live(place, whose, currency)));

  it('hold each LIVE exactly once, in whatever order they are given', () => {
    const law = fc.property(
      archive.chain((lives) =>
        fc.tuple(
          fc.constant(lives),
          fc.shuffledSubarray(lives, { minLength: lives.length, maxLength: lives.length }),
        ),
      ),
      ([lives, shuffled]) => {
        const profiles = shopProfiles(lives, {});
        const ids = profiles.flatMap((profile) => profile.lives.map(({ id }) => id));
        expect(ids.toSorted()).toEqual(lives.map(({ id }) => id).toSorted());
        expect(new Set(profiles.map(({ key }) => key)).size).toBe(profiles.length);
        expect(shopProfiles(shuffled, {})).toEqual(profiles);
      },
    );
    fc.assert(law);
  });

  it('are the groups that own LIVEs make', () => {
    const law = fc.property(archive, (lives) => {
      const keyOf = shopKeysOf(lives, {});
      for (const of of lives) {
        const own = new Set(ownLives(of, lives, {}).own);
        for (const other of lives) {
          if (other === of) continue;
          expect(own.has(other)).toBe(isShop(keyOf(of)) && keyOf(of) === keyOf(other));
        }
      }
    });
    fc.assert(law);
  });
});

describe('a shop’s key', () => {
  it.each(['unknown', 'mine USD', '@a.b none', 'id:12345 several'])('can be %s', (key) => {
    expect(v.is(ShopKeySchema, key)).toBe(true);
  });
  it.each(['', 'USD', '@a.b', '@a b USD', 'id:12345 usd'])('can’t be “%s”', (key) => {
    expect(v.is(ShopKeySchema, key)).toBe(false);
  });
});
