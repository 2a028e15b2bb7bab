import { expect, it } from 'vitest';
import { capturedLive } from '../../diagnosis/fixtures/captured.ts';
import { parseRoomId } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_SECONDS, unixMs, unixSeconds } from '../../metrics/time.ts';
import { judgeLives } from './judge.ts';

it('no simulated LIVE is history of a real one, nor the other way round', () => {
  const real = capturedLive();
  const { startedAt, endedAt } = real.room;
  const id = parseRoomId('7649518053633912345');
  if (id === undefined || startedAt === undefined || endedAt === undefined)
    throw new Error('The captured LIVE has no times.');
  const back = (at: number) => unixSeconds(at - DAY_SECONDS);
  const before: Session = {
    ...real,
    room: { ...real.room, id, startedAt: back(startedAt), endedAt: back(endedAt) },
  };
  const now = unixMs((endedAt + 30 * DAY_SECONDS) * 1000);
  const reportOf = (...sessions: readonly Session[]) =>
    judgeLives(
      sessions.map((session) => ({ session })),
      { now },
    )[0]?.report;
  const alone = reportOf(real);
  expect(reportOf(real, before)).not.toEqual(alone);
  expect(reportOf(real, { ...before, simulated: true })).toEqual(alone);
  expect(reportOf({ ...real, simulated: true }, before)).toEqual(
    reportOf({ ...real, simulated: true }),
  );
});
