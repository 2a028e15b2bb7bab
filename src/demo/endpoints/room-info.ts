import { present } from '../../metrics/present.ts';
import type { Session } from '../../metrics/session.ts';
import type { DemoAnswer } from '../exchange.ts';
import { envelope } from './envelope.ts';
import { pictureUrl } from './values.ts';

/**
 * Room information in the captured shape. Its path on the real site was not recorded, so the demo's
 * path `…/live/detail/room/info` is invented.
 */
export function roomInfo(session: Session, host: string): DemoAnswer {
  const { room } = session;
  return envelope(
    present({
      room_id: room.id,
      owner_tiktok_id: room.creator?.id,
      owner_name: room.creator?.name,
      owner_handle: room.creator?.handle,
      owner_region: room.region,
      timezone_offset: room.zone?.offset,
      created_at: room.startedAt === undefined ? undefined : room.startedAt - 38,
      started_at: room.startedAt,
      status: present({ status: room.status === 'live' ? 1 : 3, duration: room.duration }),
      has_auction_products: false,
      room_title: room.title,
      room_cover_url: pictureUrl(host, room.id),
    }),
  );
}
