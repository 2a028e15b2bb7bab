import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seconds, unixMs, type Zone } from './time.ts';
import { instantAt, readersZone, wallTime, zoneAt } from './zone.ts';

const named = (name: string): Zone => ({ offset: seconds(0), name });
const losAngeles = named('America/Los_Angeles');
const utc = (text: string) => unixMs(Date.parse(`${text}:00Z`));

describe('a time on the shop’s clock', () => {
  it.each([
    ['winter', '2026-11-27T20:00', '2026-11-28T04:00'],
    ['summer', '2026-07-01T20:00', '2026-07-02T03:00'],
    ['the hour that clocks skip', '2026-03-08T02:30', '2026-03-08T10:30'],
    ['the hour that clocks show twice', '2026-11-01T01:30', '2026-11-01T08:30'],
    ['the hour after it', '2026-11-01T02:30', '2026-11-01T10:30'],
  ])('in %s is one instant', (_, wall, instant) => {
    expect(instantAt(wall, losAngeles)).toBe(utc(instant));
  });

  it('of a zone without a name keeps its offset all year', () => {
    const zone: Zone = { offset: seconds(25_200) };
    expect(instantAt('2026-11-27T20:00', zone)).toBe(utc('2026-11-27T13:00'));
    expect(instantAt('2026-07-01T20:00', zone)).toBe(utc('2026-07-01T13:00'));
    expect(zoneAt(utc('2026-07-01T13:00'), zone)).toEqual(zone);
  });

  it.each(['', '2026-11-27', 'soon', '2026-13-40T99:99'])('is none in “%s”', (text) => {
    expect(instantAt(text, losAngeles)).toBeUndefined();
  });

  it('comes back from the instant it names, whatever the zone', () => {
    const zones = fc.constantFrom(
      losAngeles,
      named('Asia/Ho_Chi_Minh'),
      named('Europe/London'),
      named('Australia/Lord_Howe'),
      named('Asia/Kathmandu'),
      { offset: seconds(-12_600) },
    );
    const minutes = fc.integer({
      min: utc('2020-01-01T00:00') / 60_000,
      max: utc('2035-01-01T00:00') / 60_000,
    });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const wall = wallTime(unixMs(minute * 60_000), zone);
        const at = instantAt(wall, zone);
        if (at === undefined) throw new Error(wall);
        expect(wallTime(at, zone)).toBe(wall);
        // The same unless clocks were put back in between.
        expect(Math.abs(at - minute * 60_000)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});

describe('a zone’s offset', () => {
  const zones = [
    'America/Los_Angeles',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Ho_Chi_Minh',
  ];

  it('is what its clock shows at any instant, on days on which clocks change too', () => {
    const clocks = new Map(
      zones.map((timeZone) => [
        timeZone,
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
      ]),
    );
    const anytime = fc.integer({
      min: utc('2010-01-01T00:00') / 1000,
      max: utc('2033-01-01T00:00') / 1000,
    });
    const aroundChanges = fc
      .record({
        change: fc.constantFrom('2026-03-08T10:00', '2026-11-01T09:00', '2011-12-30T10:00'),
        minutes: fc.integer({ min: -1_500, max: 1_500 }),
      })
      .map(({ change, minutes }) => utc(change) / 1000 + minutes * 60);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.oneof(anytime, aroundChanges), (name, second) => {
        const at = unixMs(second * 1000);
        const shown = new Date(at + zoneAt(at, named(name)).offset * 1000).toISOString();
        expect(shown.slice(0, 19).replace('T', ' ')).toBe(clocks.get(name)?.format(at));
      }),
    );
  });
});

describe('the reader’s zone', () => {
  it('is named and has the offset of its clock', () => {
    const at = utc('2026-07-01T12:00');
    const zone = readersZone(at);
    expect(zone.name).toMatch(/\S/);
    expect(zone.offset + new Date(at).getTimezoneOffset() * 60).toBe(0);
  });
});
