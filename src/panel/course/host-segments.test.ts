import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RoomInfoSchema } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { clockOf, hostedLive, segmentOf } from './host-segments.ts';

const HOUR = 3600;
/** From 22:00:20 to 02:00:40 in a shop seven hours ahead of UTC. */
const FROM = Date.UTC(2026, 5, 10, 15, 0, 20) / 1000;
const TO = FROM + 4 * HOUR + 20;
const room = (parts: object = {}) =>
  v.parse(RoomInfoSchema, {
    id: '7649951805363391253',
    startedAt: FROM,
    endedAt: TO,
    status: 'ended',
    zone: { offset: 7 * HOUR },
    ...parts,
  });
const live = hostedLive(room()) ?? { from: unixSeconds(0), to: unixSeconds(0), offset: 0 };
const ana = (from: string, to: string) => segmentOf({ name: ' Ana ', from, to }, live, []);

describe('a host’s stretch', () => {
  it('begins and ends with the LIVE where the minute says so', () => {
    expect(clockOf(live.from, live)).toBe('22:00');
    expect(clockOf(live.to, live)).toBe('02:00');
    expect(ana('22:00', '02:00')).toEqual({ name: 'Ana', startedAt: FROM, endedAt: TO });
  });

  it('may lie after midnight', () => {
    expect(ana('00:30', '01:30')).toEqual({
      name: 'Ana',
      startedAt: FROM - 20 + 2.5 * HOUR,
      endedAt: FROM - 20 + 3.5 * HOUR,
    });
  });

  it('is refused without a name or times, outside of the LIVE, or over another', () => {
    expect(segmentOf({ name: ' ', from: '22:00', to: '23:00' }, live, [])).toBe('unnamed');
    expect(ana('', '23:00')).toBe('untimed');
    expect(ana('21:00', '23:00')).toBe('outside');
    expect(ana('23:00', '02:01')).toBe('outside');
    expect(ana('23:00', '22:30')).toBe('outside');
    expect(ana('23:00', '23:00')).toBe('outside');
    const marked = [{ name: 'Bo', startedAt: unixSeconds(FROM + HOUR) }];
    const typed = { name: 'Ana', from: '22:00', to: '23:30' };
    expect(segmentOf(typed, live, marked)).toBe('overlap');
    expect(segmentOf({ ...typed, to: '23:00' }, live, marked)).toMatchObject({ name: 'Ana' });
  });

  it('waits until the LIVE is over', () => {
    expect(hostedLive(room({ status: 'live' }))).toBeUndefined();
    expect(hostedLive(room({ endedAt: undefined }))).toBeUndefined();
  });
});
