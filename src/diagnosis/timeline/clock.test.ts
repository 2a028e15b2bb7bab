import { expect, it } from 'vitest';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { clockTime } from './clock.ts';

it('tells the slot of a LIVE by the clock of its own day, in summer time or not', () => {
  const winter = { offset: seconds(-8 * 3600), name: 'America/Los_Angeles' };
  const at = (text: string) => unixSeconds(Date.parse(text) / 1000);
  // Both began at 08:30 on a Saturday.
  expect(clockTime(at('2026-10-31T15:30:00Z'), winter)).toEqual({ weekday: 6, slot: 2 });
  expect(clockTime(at('2026-11-28T16:30:00Z'), winter)).toEqual({ weekday: 6, slot: 2 });
  // A zone that is known by its distance alone keeps it.
  const unnamed = { offset: seconds(-8 * 3600) };
  expect(clockTime(at('2026-10-31T15:30:00Z'), unnamed)).toEqual({ weekday: 6, slot: 1 });
});
