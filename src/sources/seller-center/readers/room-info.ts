import { parseRoomId } from '../../../metrics/ids.ts';
import { accountOf } from '../../../metrics/live/account.ts';
import { present } from '../../../metrics/present.ts';
import { Fields, Gaps } from '../fields.ts';
import type { AskedReader } from '../reader.ts';
import { readZone } from '../zone.ts';
import { readStatus } from './room-status.ts';

const endpoint = 'room/info';

/**
 * Title, cover, creator and start of the LIVE. The answer was captured without its path, which is a third
 * party's; an answer of that shape is known at any path under `live/detail`.
 */
export const roomInfoReader: AskedReader = {
  endpoint,
  path: /\/workbench\/live\/detail\/room\/info$/,
  asked: { part: 'room' },
  shape: (data) => 'room_id' in data && ('room_title' in data || 'owner_handle' in data),
  read(data, { room, origin }) {
    const gaps = new Gaps(endpoint);
    const answer = Fields.of(data, gaps);
    const id = parseRoomId(answer.id('room_id') ?? '') ?? room;
    if (id === undefined) return [];
    const status = answer.inside('status');
    const owner = present({
      id: answer.id('owner_tiktok_id'),
      handle: answer.text('owner_handle'),
    });
    const creator = present({ ...owner, name: answer.text('owner_name') });
    const said = present({
      title: answer.text('room_title'),
      coverUrl: answer.address('room_cover_url'),
      creator: Object.keys(creator).length === 0 ? undefined : creator,
      ...accountOf(owner),
      region: answer.text('owner_region'),
      startedAt: answer.instant('started_at'),
      duration: status.length('duration'),
      status: readStatus(status),
      zone: readZone(answer),
    });
    return [
      {
        room: { ...said, id },
        origins: Object.keys(said).length === 0 ? {} : { room: origin },
        gaps: gaps.list,
      },
    ];
  },
};
