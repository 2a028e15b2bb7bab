import { present } from '../../metrics/present.ts';
import type { Session } from '../../metrics/session.ts';
import type { DemoAnswer } from '../exchange.ts';
import { replayPath } from '../replay.ts';
import { envelope } from './envelope.ts';

const RUNNING = 1;
const ENDED = 3;

/** `room/status`: running or over, and the replay's expiring address on the host that was asked. */
export function roomStatus(session: Session, host: string): DemoAnswer {
  const { room } = session;
  const running = room.status === 'live';
  return envelope(
    present({
      status: running ? RUNNING : ENDED,
      duration: room.duration,
      ended_at: running ? undefined : room.endedAt,
      replay_url:
        running || room.endedAt === undefined
          ? undefined
          : `https://${host}${replayPath(room.id, room.endedAt)}`,
    }),
  );
}
