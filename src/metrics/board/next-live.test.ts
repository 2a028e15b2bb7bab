import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type RoomId, RoomIdSchema } from '../ids.ts';
import { finalAt, seconds, unixMs, unixSeconds } from '../time.ts';
import { livesSince, triedLive } from './next-live.ts';
import { PlanSchema } from './plan.ts';

const START = 1_781_143_200;
const HOUR = 3_600;
const idAt = (place: number): RoomId =>
  v.parse(RoomIdSchema, `76499518053633913${String(place).padStart(2, '0')}`);

const live = (place: number, startedAt: number, room: Record<string, unknown> = {}) => ({
  id: idAt(place),
  room: {
    id: idAt(place),
    startedAt: unixSeconds(startedAt),
    endedAt: unixSeconds(startedAt + 2 * HOUR),
    status: 'ended' as const,
    ...room,
  },
});

// Made twenty hours after the start of the LIVE that it is made from.
const made = START + 20 * HOUR;
const plan = v.parse(PlanSchema, {
  id: '00000000-0000-4000-8000-000000000000',
  title: 'Next LIVE',
  madeAt: made * 1000,
  changedAt: made * 1000,
  madeFrom: idAt(0),
  state: 'open',
  items: [],
});
const before = live(0, START);
const late = unixMs((START + 40 * 86_400) * 1000);

describe('the LIVE in which a plan was tried', () => {
  it('is the first that started after the plan was made, whatever the order of the list', () => {
    const rooms = [live(3, made + 9 * HOUR), before, live(2, made + HOUR), live(1, made - HOUR)];
    expect(triedLive(plan, rooms, late)).toEqual({ room: idAt(2), phase: 'final', picked: false });
    expect(triedLive(plan, [...rooms].reverse(), late)?.room).toBe(idAt(2));
  });

  it('is none before there is one', () => {
    expect(triedLive(plan, [before, live(1, made - 1)], late)).toBeUndefined();
    const { startedAt: _, ...timeless } = live(1, 0).room;
    expect(triedLive(plan, [{ id: idAt(1), room: timeless }], late)).toBeUndefined();
  });

  it('waits for the planned start, half an hour early allowed', () => {
    const startsAt = unixMs((made + 10 * HOUR) * 1000);
    const planned = { ...plan, startsAt };
    const early = live(1, made + 9 * HOUR);
    const onTime = live(2, made + 10 * HOUR - 20 * 60);
    expect(triedLive(planned, [early, onTime], late)?.room).toBe(idAt(2));
    expect(triedLive(planned, [early], late)).toBeUndefined();
    // The seller knows better, and may name it.
    expect(livesSince(planned, [early, onTime]).map(({ id }) => id)).toEqual([idAt(1), idAt(2)]);
    const named = { ...planned, triedIn: idAt(1) };
    expect(triedLive(named, [early, onTime], late)).toMatchObject({ room: idAt(1), picked: true });
  });

  it('is never one from before the plan was made, even if a past start was set', () => {
    const planned = { ...plan, startsAt: unixMs(START * 1000) };
    expect(triedLive(planned, [live(1, made - HOUR)], late)).toBeUndefined();
  });

  it('is the one that the seller picked, once it is known', () => {
    const rooms = [before, live(1, made + HOUR), live(2, made + 30 * HOUR)];
    expect(triedLive({ ...plan, triedIn: idAt(2) }, rooms, late)).toEqual({
      room: idAt(2),
      phase: 'final',
      picked: true,
    });
    expect(triedLive({ ...plan, triedIn: idAt(9) }, rooms, late)?.room).toBe(idAt(1));
  });

  it('tells running, provisional and final figures apart', () => {
    const start = made + HOUR;
    const end = start + 2 * HOUR;
    const phase = (room: Record<string, unknown>, at: number) =>
      triedLive(plan, [live(1, start, room)], unixMs(at))?.phase;
    const final = finalAt(unixSeconds(end));
    expect(phase({ status: 'live', endedAt: undefined }, start * 1000 + 1)).toBe('running');
    expect(phase({}, final - 1)).toBe('provisional');
    expect(phase({}, final)).toBe('final');
    expect(phase({ endedAt: undefined, duration: seconds(2 * HOUR) }, final)).toBe('final');
    expect(phase({ endedAt: undefined, status: undefined }, final)).toBe('unknown');
  });

  it('is always the earliest of those that can be it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 30 }),
        (hours) => {
          const rooms = hours.map((hour, place) => live(place + 1, made + hour * HOUR));
          const after = hours.filter((hour) => hour > 0);
          const since = livesSince(plan, rooms);
          expect(since).toHaveLength(after.length);
          expect(since[0]?.room.startedAt).toBe(
            after.length === 0 ? undefined : made + Math.min(...after) * HOUR,
          );
        },
      ),
    );
  });
});
