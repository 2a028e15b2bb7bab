import { expect, it } from 'vitest';
import { unixSeconds } from '../../metrics/time.ts';
import { capturedLive } from '../fixtures/captured.ts';
import { historyOf } from './history.ts';
import { withoutLives } from './without-lives.ts';

it('leaves a LIVE that is not to count out of what TikTok’s own comparison tells, and no other', () => {
  const session = capturedLive();
  const before = historyOf(session, []);
  const [, second] = before;
  if (second === undefined) throw new Error('the capture tells of no earlier LIVE');
  const without = withoutLives(session, [unixSeconds(second.startedAt + 20)]);
  expect(historyOf(without, [])).toEqual(before.filter((live) => live !== second));
  expect(withoutLives(session, [])).toBe(session);
});
