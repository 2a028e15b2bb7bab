import { present } from '../../../metrics/present.ts';
import type { RoomInfo } from '../../../metrics/session.ts';
import { type UnixSeconds, unixSeconds } from '../../../metrics/time.ts';
import { Fields, Gaps } from '../fields.ts';
import type { AskedReader } from '../reader.ts';

const endpoint = 'room/status';

/** Whether the LIVE runs, how long it lasted, and its replay: an HLS playlist whose address expires. */
export const roomStatusReader: AskedReader = {
  endpoint,
  path: /\/workbench\/live\/detail\/room\/status$/,
  asked: { part: 'room' },
  read(data, { room, origin }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const answer = Fields.of(data, gaps);
    const replayUrl = answer.address('replay_url');
    const said = present({
      status: readStatus(answer),
      duration: answer.length('duration'),
      endedAt: answer.instant('ended_at'),
      replayUrl,
      replayExpiresAt: replayUrl === undefined ? undefined : expiry(replayUrl),
    });
    return [
      {
        room: { id: room, ...said },
        origins: Object.keys(said).length === 0 ? {} : { room: origin },
        gaps: gaps.list,
      },
    ];
  },
};

/** 1 is running, 3 is ended; other values were never seen and say nothing. */
export function readStatus(answer: Fields): RoomInfo['status'] {
  const status = answer.number('status');
  if (status === 1) return 'live';
  if (status === 3) return 'ended';
  if (status !== undefined) answer.gaps.note('status', 'malformed');
  return undefined;
}

/** The signed address says itself until when it is good, in unix seconds. */
function expiry(address: string): UnixSeconds | undefined {
  const query = new URL(address).searchParams;
  const said = query.get('expire') ?? query.get('expires') ?? query.get('x-expires');
  return said !== null && /^\d{10}$/.test(said) ? unixSeconds(Number(said)) : undefined;
}
