import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { roomA, roomB, START } from '../archive/parts.fixture.ts';
import { type RoomId, RoomIdSchema } from '../metrics/ids.ts';
import { standInId } from '../metrics/live/nameless.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import type { RoomInfo } from '../metrics/session.ts';
import { finalAt, type UnixMs, unixMs, unixSeconds } from '../metrics/time.ts';
import { dueRooms, nextFinal, roomsOfRound } from './alarms.ts';
import { anyRunning } from './tabs/badge.ts';

vi.mock('../platform/browser.ts', async () => ({
  browser: (await import('./browser.fixture.ts')).memoryBrowser(),
}));

const endedAt = unixSeconds(START / 1000);
const final = finalAt(endedAt);
const plus = (at: number, ms: number): UnixMs => unixMs(at + ms);

function record(id: RoomId, room: Partial<RoomInfo>, fetchedAt?: UnixMs): RoomRecord {
  const read = fetchedAt === undefined ? {} : { fetchedAt };
  return { id, room: { id, ...room }, figures: {}, revision: 1, simulated: false, ...read };
}

const running = record(roomB, { status: 'live' }, START);
const ended = record(roomA, { status: 'ended', endedAt }, START);
const listed = record(roomA, { status: 'ended', endedAt });

describe('rooms that are fetched of their own accord', () => {
  it('are those that run and those that became final since they were read', () => {
    expect(dueRooms([running, ended], plus(START, 1))).toEqual([roomB]);
    expect(dueRooms([running, ended], final)).toEqual([roomB, roomA]);
    expect(dueRooms([record(roomA, { endedAt }, final)], plus(final, 1))).toEqual([]);
  });

  it('are never those known from the list alone, or too old to be answered', () => {
    expect(dueRooms([listed], final)).toEqual([]);
    expect(dueRooms([ended, running], plus(final, 93 * 86_400_000))).toEqual([]);
  });

  it('are never those that only files tell of', () => {
    const nameless = record(standInId('shop.a 1'), { status: 'ended', endedAt }, START);
    const origin = { how: 'file', endpoint: 'live-analysis', at: START } as const;
    const fromFile = { ...ended, figures: { views: { value: 1, origin } } };
    for (const one of [nameless, fromFile]) {
      expect(dueRooms([one], final)).toEqual([]);
      expect(nextFinal([one], plus(START, 1))).toBeUndefined();
    }
  });

  it('take turns when they are many, the newest first in each', () => {
    const due = [1, 2, 3, 4, 5, 6].map((n) => v.parse(RoomIdSchema, `764995180536339125${n}`));
    const rounds = [0, 1, 2].map((n) => roomsOfRound(due, plus(START, n * 1_800_000)));
    for (const round of rounds) expect(round[0]).toBe(due[0]);
    expect(rounds.every((round) => round.length <= 3)).toBe(true);
    expect(new Set(rounds.flat())).toEqual(new Set(due));
    expect(roomsOfRound(due.slice(0, 3), START)).toEqual(due.slice(0, 3));
    expect(roomsOfRound(due.slice(0, 1), START)).toEqual(due.slice(0, 1));
    expect(roomsOfRound([], START)).toEqual([]);
  });

  it('wake the worker when the first of them becomes final', () => {
    const later = record(roomB, { endedAt: unixSeconds(endedAt + 86_400) }, START);
    expect(nextFinal([later, ended, running, listed], plus(START, 1))).toBe(final);
    expect(nextFinal([ended], final)).toBeUndefined();
  });
});

describe('the badge', () => {
  it('tells a LIVE that was seen to run lately from one that was running once', () => {
    expect(anyRunning([running], plus(START, 60_000))).toBe(true);
    expect(anyRunning([running], plus(START, 3_600_000))).toBe(false);
    expect(anyRunning([ended], START)).toBe(false);
  });
});
