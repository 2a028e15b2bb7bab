import type { Session } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { fileClock, shopReading } from './clock.ts';

/** A file name that sorts by the shop's day on which the LIVE began and says which LIVE it is. */
export function fileName(session: Session, kind: string): string {
  const { startedAt, id } = session.room;
  const day =
    startedAt === undefined ? [] : [shopReading(toMs(startedAt), fileClock(session)).slice(0, 10)];
  return `${['live-diagnosis', ...day, id].join('-')}.${kind}`;
}
