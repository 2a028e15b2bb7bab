import { signal } from '@preact/signals';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../metrics/fault.ts';
import { accountOf } from '../../metrics/live/account.ts';
import { type ShopKey, ShopKeySchema } from '../../metrics/live/shop-key.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import {
  defaultSettings,
  patched,
  type Settings,
  SettingsPatchSchema,
} from '../../platform/settings.ts';
import type { ListView } from './list-store.ts';
import { roomId } from './ports.fixture.ts';
import type { RoomView } from './room-store.ts';
import { createShopStore } from './shop-store.ts';

const record = (place: number, handle?: string): RoomRecord => ({
  id: roomId(place),
  room: { id: roomId(place), ...accountOf(handle === undefined ? {} : { handle }) },
  figures: {},
  revision: 1,
  simulated: false,
});
/** Newest first, by turns of two shops, and one of nobody known. */
const lives = [
  record(6, 'shop.two'),
  record(5, 'shop.one'),
  record(4, 'shop.two'),
  record(3, 'shop.one'),
  record(2),
  record(1, 'shop.two'),
];
const key = (text: string): ShopKey => v.parse(ShopKeySchema, text);
const [one, two] = [key('@shop.one none'), key('@shop.two none')];

const settings = signal<Settings>(defaultSettings);
const room = signal<RoomView>({ id: roomId(5), busy: 'no', missing: [] });
const list = signal<ListView>({ rooms: lives, known: true, fetching: false });
const shop = createShopStore({
  room,
  list,
  settings,
  change: async (patch) => {
    settings.value = patched(settings.value, v.parse(SettingsPatchSchema, patch));
    return ok(settings.value);
  },
});
const listed = () => shop.rooms.value.map(({ id }) => Number(id.slice(-2)));

beforeEach(() => {
  settings.value = defaultSettings;
  room.value = { ...room.value, id: roomId(5) };
  list.value = { ...list.value, rooms: lives };
});

describe('the shop whose LIVEs are listed', () => {
  it('is every shop without a choice, and one or those of nobody known with it', async () => {
    expect(listed()).toEqual([6, 5, 4, 3, 2, 1]);
    await shop.choose(one);
    expect(listed()).toEqual([5, 3]);
    expect(shop.isElsewhere.value).toBe(false);
    await shop.choose(key('unknown'));
    expect(listed()).toEqual([2]);
    await shop.choose(undefined);
    expect(listed()).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('is every shop where the archive in view knows nothing of the chosen one', async () => {
    await shop.choose(key('@moon none'));
    expect(shop.chosen.value).toBeUndefined();
    expect(listed()).toHaveLength(6);
    expect(shop.isElsewhere.value).toBe(false);
  });

  it('is no choice where there is one shop, whoever’s some other LIVEs are', async () => {
    await shop.choose(one);
    expect(shop.several.value).toBe(true);
    list.value = { ...list.value, rooms: [record(5, 'shop.one'), record(2)] };
    expect(shop.several.value).toBe(false);
    expect(listed()).toEqual([5, 2]);
  });

  it('leads from LIVE to LIVE of it, also from one of another shop', async () => {
    const at = (place: number, to: 'earlier' | 'later') => shop.beside(roomId(place), to)?.id;
    expect(at(5, 'earlier')).toBe(roomId(4));
    await shop.choose(two);
    expect(shop.isElsewhere.value).toBe(true);
    expect(at(5, 'earlier')).toBe(roomId(4));
    expect(at(5, 'later')).toBe(roomId(6));
    expect(at(4, 'earlier')).toBe(roomId(1));
    expect(at(1, 'earlier')).toBeUndefined();
    expect(at(6, 'later')).toBeUndefined();
    expect(at(9, 'later')).toBeUndefined();
    expect(shop.beside(undefined, 'earlier')).toBeUndefined();
  });

  it('follows a shop whose number an answer tells, and then its first money', async () => {
    await shop.choose(one);
    const numbered = (money: object): RoomRecord => ({
      ...record(7),
      room: { id: roomId(7), ...accountOf({ id: '700101', handle: 'shop.one' }) },
      ...money,
    });
    list.value = { ...list.value, rooms: [numbered({}), ...lives] };
    expect(shop.chosen.value).toBe('id:700101 none');
    expect(listed()).toEqual([7, 5, 3]);
    const currency = v.parse(CurrencyCodeSchema, 'VND');
    list.value = { ...list.value, rooms: [numbered({ currency }), ...lives] };
    expect(shop.chosen.value).toBe('id:700101 VND');
    expect(listed()).toEqual([7, 5, 3]);
    // Where the archive in view knows no number of it, it is what it was.
    list.value = { ...list.value, rooms: lives };
    expect(shop.chosen.value).toBe(one);
  });

  it('follows what the seller called their own once its account is named', async () => {
    const mine = patched(
      settings.value,
      v.parse(SettingsPatchSchema, { ownLives: { [roomId(2)]: 'mine' } }),
    );
    settings.value = { ...settings.value, ownLives: mine.ownLives };
    await shop.choose(key('mine none'));
    expect(listed()).toEqual([2]);
    const named = { ...record(2, 'shop.three'), revision: 2 };
    const rooms = lives.map((live) => (live.id === named.id ? named : live));
    list.value = { ...list.value, rooms };
    expect(shop.chosen.value).toBe('@shop.three none');
    expect(listed()).toEqual([2]);
  });

  it('follows what the seller says of a LIVE', async () => {
    await shop.choose(two);
    settings.value = {
      ...settings.value,
      ownLives: patched(
        settings.value,
        v.parse(SettingsPatchSchema, { ownLives: { [roomId(2)]: '@shop.two' } }),
      ).ownLives,
    };
    expect(listed()).toEqual([6, 4, 2, 1]);
  });
});
