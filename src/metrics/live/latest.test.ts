import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoomId } from '../ids.ts';
import type { RoomInfo } from '../session.ts';
import { DAY_SECONDS, unixMs, unixSeconds } from '../time.ts';
import { latestOf, startedOrCreated } from './latest.ts';
import { phaseOf } from './phase.ts';
import { anyTimes } from './times.fixture.ts';

const idAt = (place: number) => {
  const id = parseRoomId(`76499518053633913${String(place).padStart(2, '0')}`);
  if (id === undefined) throw new Error('not a room id');
  return id;
};
const START = 1_781_143_200;
const live = (place: number, room: Partial<RoomInfo> = {}): { readonly room: RoomInfo } => ({
  room: { id: idAt(place), startedAt: unixSeconds(START + place * DAY_SECONDS), ...room },
});
const ended = (place: number) =>
  live(place, { status: 'ended', endedAt: unixSeconds(START + place * DAY_SECONDS + 7_200) });
const on = (day: number) => unixMs((START + day * DAY_SECONDS) * 1000);

describe('the LIVE to show first', () => {
  const running = live(20, { status: 'live' });

  it('is the newest whose figures are final, else the newest that ended, else the newest', () => {
    expect(latestOf([running, ended(19), ended(10), ended(9)], on(20.1))).toEqual(ended(10));
    expect(latestOf([running, ended(19)], on(20.1))).toEqual(ended(19));
    expect(latestOf([live(18), running], on(20.1))).toBe(running);
    expect(latestOf([], on(20))).toBeUndefined();
  });

  it('takes a LIVE without a start by the creation of its room', () => {
    const room = { id: idAt(1) };
    expect(Math.abs(startedOrCreated(room) - START)).toBeLessThan(DAY_SECONDS);
    expect(startedOrCreated(live(3).room)).toBe(START + 3 * DAY_SECONDS);
  });

  it('is the same in whatever order LIVEs come, and none that may run where one has ended', () => {
    const lives = fc
      .array(anyTimes, { maxLength: 12 })
      .map((all) => all.map((times, place) => ({ room: { id: idAt(place), ...times } })));
    const shuffled = lives.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1.6e9, max: 2e9 }), ([all, other], second) => {
        const now = unixMs(second * 1000);
        const found = latestOf(all, now);
        expect(latestOf(other, now)).toBe(found);
        expect(found === undefined).toBe(all.length === 0);
        const phases = all.map(({ room }) => phaseOf(room, now).name);
        const best = phases.includes('final')
          ? 'final'
          : phases.includes('provisional')
            ? 'provisional'
            : undefined;
        if (found !== undefined && best !== undefined) {
          expect(phaseOf(found.room, now).name).toBe(best);
        }
      }),
    );
  });
});
