import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AccountHandleSchema } from '../ids.ts';
import { seconds, unixSeconds } from '../time.ts';
import { newestZone, withShopZones, type ZonedRoom } from './shop-zone.ts';

const summer = unixSeconds(Date.UTC(2026, 6, 1, 20) / 1000);
const winter = unixSeconds(Date.UTC(2026, 11, 1, 20) / 1000);
const losAngeles = { name: 'America/Los_Angeles', offset: seconds(-7 * 3600) };
const saoPaulo = { name: 'America/Sao_Paulo', offset: seconds(-3 * 3600) };
const handle = (name: string) => v.parse(AccountHandleSchema, name);
const zones = (...rooms: readonly ZonedRoom[]) =>
  withShopZones(rooms.map((room) => ({ room }))).map(({ room }) => room.zone);

describe('the zone of a LIVE that came without one', () => {
  it('is that of the shop’s other LIVEs, with the offset of its own day', () => {
    expect(zones({ startedAt: summer, zone: losAngeles }, { startedAt: winter })).toEqual([
      losAngeles,
      { name: 'America/Los_Angeles', offset: -8 * 3600 },
    ]);
  });

  it('makes the same object of the same LIVE until its zone is another one', () => {
    const untold: { readonly room: ZonedRoom } = { room: { startedAt: summer } };
    const [, first] = withShopZones([{ room: { zone: losAngeles } }, untold]);
    expect(first?.room.zone).toEqual(losAngeles);
    expect(withShopZones([{ room: { zone: losAngeles } }, untold])[1]).toBe(first);
    const [, other] = withShopZones([{ room: { zone: saoPaulo } }, untold]);
    expect(other?.room.zone).toEqual(saoPaulo);
  });

  it('is not taken from another shop, account or region', () => {
    const here = { startedAt: summer, zone: losAngeles, region: 'US' };
    expect(zones(here, { startedAt: summer, region: 'BR' })[1]).toBeUndefined();
    expect(
      zones(
        { ...here, accountHandle: handle('one') },
        { startedAt: summer, accountHandle: handle('two') },
      )[1],
    ).toBeUndefined();
  });

  it('stays unknown where the LIVEs it may belong to stand in several zones, and without any', () => {
    expect(
      zones(
        { startedAt: summer, zone: losAngeles },
        { startedAt: winter, zone: saoPaulo },
        { startedAt: summer },
      )[2],
    ).toBeUndefined();
    expect(zones({ startedAt: summer })).toEqual([undefined]);
  });

  it('follows the nearest where zones have no name', () => {
    const nameless = (hours: number) => ({ offset: seconds(hours * 3600) });
    expect(
      zones(
        { startedAt: summer, zone: nameless(-7) },
        { startedAt: winter, zone: nameless(-8) },
        { startedAt: winter },
      )[2],
    ).toEqual(nameless(-8));
  });
});

describe('the zone of a shop', () => {
  it('is that of the newest LIVE that tells one', () => {
    const zone = { offset: seconds(25_200) };
    expect(newestZone([{ room: {} }, { room: { zone } }, { room: {} }])).toEqual(zone);
    expect(newestZone([{ room: {} }])).toBeUndefined();
  });
});
