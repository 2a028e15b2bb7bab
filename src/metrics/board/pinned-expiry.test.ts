import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { unixMs } from '../time.ts';
import { type Pinned, PinnedSchema } from './pinned.ts';
import { dueWarnings, endsSoon, expiryOf, type Warned } from './pinned-expiry.ts';

const DAY = 86_400_000;
const NOW = unixMs(Date.UTC(2026, 10, 23, 12));

function moment(endsInDays: number | undefined, more: object = {}, place = 1): Pinned {
  return v.parse(PinnedSchema, {
    kind: 'moment',
    id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    pinnedAt: 1,
    rank: 'a0',
    tags: [],
    note: '',
    status: 'to-try',
    room: { room: '7649951805363391201', figures: {} },
    at: 42,
    url: 'https://cdn.example/replay.m3u8',
    ...(endsInDays === undefined ? {} : { expiresAt: (NOW + endsInDays * DAY) / 1000 }),
    ...more,
  });
}

describe('the end of a recording', () => {
  it('is told by the time left', () => {
    expect(expiryOf(moment(6.25), NOW)).toEqual({ state: 'playable', left: 6.25 * DAY });
    expect(expiryOf(moment(0.25), NOW)).toEqual({ state: 'playable', left: 0.25 * DAY });
    expect(expiryOf(moment(0), NOW)).toEqual({ state: 'expired' });
    expect(expiryOf(moment(undefined), NOW)).toEqual({ state: 'playable' });
    expect(expiryOf(moment(undefined, { url: undefined }), NOW)).toEqual({ state: 'absent' });
  });

  it('is near from seven days on', () => {
    expect(endsSoon(expiryOf(moment(7), NOW))).toBe(true);
    expect(endsSoon(expiryOf(moment(7.1), NOW))).toBe(false);
    expect(endsSoon(expiryOf(moment(undefined), NOW))).toBe(false);
    expect(endsSoon(expiryOf(moment(-1), NOW))).toBe(false);
  });
});

describe('a warning', () => {
  it('is given once at seven days and once at one day, however often and seldom it is looked for', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 30 * 24 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(looks, (hours) => {
        const one = moment(20);
        let warned: Warned = {};
        const given: number[] = [];
        const seen: number[] = [];
        for (const hour of [...hours].sort((a, b) => a - b)) {
          const at = unixMs(NOW + (hour * DAY) / 24);
          const found = dueWarnings([one], warned, at);
          warned = found.warned;
          given.push(...found.due.map(({ left }) => left));
          const expiry = expiryOf(one, at);
          if (expiry.state === 'playable') seen.push(expiry.left ?? 99 * DAY);
        }
        const stages = [
          seen.find((left) => left <= 7 * DAY),
          seen.find((left) => left <= DAY),
        ].filter((left) => left !== undefined);
        expect(given).toEqual([...new Set(stages)]);
      }),
    );
  });

  it('is not given of what was tried, of factors, or after the end', () => {
    const tried = moment(3, { status: 'tried' }, 1);
    const gone = moment(-1, {}, 2);
    expect(dueWarnings([tried, gone], {}, NOW).due).toEqual([]);
    expect(dueWarnings([gone], { [gone.id]: 1 }, NOW).warned).toEqual({});
  });
});
