import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { FaultCode } from '../../metrics/fault.ts';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { unixMs } from '../../metrics/time.ts';
import {
  asked,
  begun,
  type Depth,
  nextLives,
  orderedHistory,
  progressOf,
  type ReadOutcome,
  resumed,
} from './steps.ts';

const at = unixMs(1_795_000_000_000);
const rooms = Array.from({ length: 6 }, (_, place) =>
  v.parse(RoomIdSchema, `764${place}000000000000000`),
);
const [first, second, third] = rooms;
const read = (room: RoomId, depth: Depth = 'whole'): ReadOutcome => ({ room, kind: 'read', depth });
const lost = (room: RoomId, code: FaultCode, depth: Depth = 'whole'): ReadOutcome => ({
  room,
  kind: 'failed',
  depth,
  code,
});
const roomsOf = (...of: Parameters<typeof nextLives>) => nextLives(...of).rooms;
function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is no such LIVE.');
  return value;
}

describe('the reading of earlier LIVEs', () => {
  it('takes the two newest, then the next two', () => {
    const history = begun(rooms);
    expect(roomsOf(history, at)).toEqual(rooms.slice(0, 2));
    const next = asked(
      history,
      rooms.slice(0, 2).map((room) => read(room)),
      2_000,
      at,
    );
    expect(roomsOf(next, at)).toEqual(rooms.slice(2, 4));
    expect(progressOf(next, at)).toMatchObject({ read: 2, total: 6 });
  });

  it('reads the figures of all before anything else, then each LIVE whole', () => {
    let history = begun(rooms);
    const seen: [Depth, readonly RoomId[]][] = [];
    while (history.phase === 'running') {
      const { rooms: next, depth } = nextLives(history, at);
      seen.push([depth, next]);
      history = asked(
        history,
        next.map((room) => read(room, depth)),
        1_000,
        at,
      );
      if (seen.length === 3) {
        // Six LIVEs of two requests each, at half a second.
        expect(progressOf(history, at)).toMatchObject({ figures: 6, read: 0, msLeft: 6_000 });
      }
    }
    const of = (depth: Depth) => seen.filter(([one]) => one === depth).flatMap(([, one]) => one);
    expect(of('figures')).toEqual(rooms);
    expect(of('whole')).toEqual(rooms);
    expect(seen.slice(0, 3).every(([depth]) => depth === 'figures')).toBe(true);
  });

  it('asks for the rest of a LIVE without figures, and gives it up only then', () => {
    const one = begun([known(first)]);
    const without = asked(one, [lost(known(first), 'unknown-room', 'figures')], 500, at);
    expect(nextLives(without, at)).toEqual({ rooms: [first], depth: 'whole' });
    const over = asked(without, [lost(known(first), 'unknown-room')], 500, at);
    expect(progressOf(over, at)).toMatchObject({ phase: 'done', read: 0, unreadable: 1 });
    const found = asked(without, [read(known(first))], 500, at);
    for (const history of [over, found]) {
      const { figures, unreadable, total } = progressOf(history, at);
      expect(figures + unreadable).toBe(total);
    }
  });

  it('counts a LIVE as read whose figures are, though the rest of it can’t be had', () => {
    let history = asked(begun([known(first)]), [read(known(first), 'figures')], 500, at);
    for (let time = 0; time < 3; time += 1) {
      history = asked(history, [lost(known(first), 'malformed')], 500, at);
    }
    expect(progressOf(history, at)).toMatchObject({ phase: 'done', read: 1, unreadable: 0 });
  });

  it('says the time left from the first answer on', () => {
    expect(progressOf(begun(rooms), at)).not.toHaveProperty('msLeft');
    const history = asked(begun(rooms), [read(known(first), 'figures')], 500, at);
    expect(progressOf(history, at).msLeft).toBe(500 * (6 * 2 + 5));
  });

  it('waits when told to slow down, goes on one at a time, and loses no LIVE', () => {
    const slowed = asked(begun(rooms), [lost(known(first), 'rate-limited')], 500, at);
    expect(roomsOf(slowed, at)).toEqual([]);
    expect(progressOf(slowed, at).waits).toBe(true);
    const later = unixMs(at + 15_000);
    expect(roomsOf(slowed, later)).toEqual([first]);
    const again = asked(slowed, [lost(known(first), 'rate-limited')], 500, later);
    expect(roomsOf(again, unixMs(later + 15_000))).toEqual([]);
    expect(roomsOf(again, unixMs(later + 30_000))).toEqual([first]);
    const well = asked(again, [read(known(first))], 500, unixMs(later + 31_000));
    expect(roomsOf(well, unixMs(later + 31_000))).toHaveLength(2);
  });

  it('tries a LIVE three times that fails in a way that may pass, behind the others', () => {
    let history = begun(rooms.slice(0, 2));
    history = asked(history, [lost(known(first), 'malformed'), read(known(second))], 500, at);
    expect(history.waiting).toEqual([first]);
    history = asked(history, [lost(known(first), 'malformed')], 500, at);
    history = asked(history, [lost(known(first), 'malformed')], 500, at);
    expect(progressOf(history, at)).toMatchObject({ phase: 'done', read: 1, unreadable: 1 });
  });

  it('pauses on a sign-out with the LIVE still waiting', () => {
    const history = asked(begun(rooms), [lost(known(first), 'signed-out')], 500, at);
    expect(progressOf(history, at)).toMatchObject({
      phase: 'paused',
      pause: 'signed-out',
      total: 6,
    });
    expect(roomsOf(history, at)).toEqual([]);
    expect(roomsOf(resumed(history, rooms), at)).toEqual([first, second]);
  });

  it('goes on waiting when it is told to go on while it runs', () => {
    const slowed = asked(begun(rooms), [lost(known(first), 'rate-limited')], 500, at);
    expect(orderedHistory(slowed, 'resume')).toEqual(slowed);
  });

  it('stays paused while the shop that is signed in lists none of its LIVEs', () => {
    const paused = orderedHistory(begun(rooms), 'pause');
    const other = resumed(paused, [v.parse(RoomIdSchema, '7650000000000000001')]);
    expect(progressOf(other, at)).toMatchObject({ phase: 'paused', pause: 'other-shop' });
    expect(other.waiting).toEqual(rooms);
  });

  it('gives up what the list no longer names when it goes on', () => {
    const paused = orderedHistory(begun(rooms), 'pause');
    const next = resumed(paused, [known(third)]);
    expect(next.waiting).toEqual([third]);
    expect(progressOf(next, at)).toMatchObject({ phase: 'running', unreadable: 5, total: 6 });
  });

  it('keeps the seller’s pause and stop when answers come in late', () => {
    for (const order of ['pause', 'stop'] as const) {
      const told = orderedHistory(begun(rooms), order);
      const late = asked(told, [read(known(first))], 500, at);
      expect(late.phase).toBe(told.phase);
      expect(roomsOf(late, at)).toEqual([]);
    }
  });

  it('comes to an end with each LIVE counted once, whatever fails', () => {
    const codes: FaultCode[] = ['malformed', 'timeout', 'server-error', 'unknown-room', 'internal'];
    const outcome = fc.constantFrom<'read' | FaultCode>('read', ...codes);
    fc.assert(
      fc.property(fc.infiniteStream(outcome), (results) => {
        let history = begun(rooms);
        let now = at;
        for (let step = 0; history.phase === 'running'; step += 1) {
          expect(step).toBeLessThan(100);
          const next = nextLives(history, now);
          const outcomes = next.rooms.map((room): ReadOutcome => {
            const result = results.next().value;
            return result === 'read' || result === undefined
              ? read(room, next.depth)
              : lost(room, result, next.depth);
          });
          history = asked(history, outcomes, 500, now);
          now = unixMs(Math.max(now, history.notBefore ?? now));
        }
        const { read: done, unreadable, total } = progressOf(history, now);
        expect(done + unreadable).toBe(total);
        expect(total).toBe(rooms.length);
      }),
    );
  });
});
