import * as v from 'valibot';
import type { Session } from '../metrics/session.ts';
import { isKeptRoom, keptAnswer } from './captured.ts';
import { answerCoreStats } from './endpoints/core-stats.ts';
import { invalidParameters, missingRequired, RoomRequestSchema } from './endpoints/envelope.ts';
import { eventTimeline } from './endpoints/event-timeline.ts';
import { productList } from './endpoints/product-list.ts';
import { roomInfo } from './endpoints/room-info.ts';
import { roomList } from './endpoints/room-list.ts';
import { roomStatus } from './endpoints/room-status.ts';
import { sourceNew } from './endpoints/source-new.ts';
import { trendChart } from './endpoints/trend-chart.ts';
import { userPortrait } from './endpoints/user-portrait.ts';
import { type DemoAnswer, type DemoRequest, plain } from './exchange.ts';
import { signedOut } from './faults.ts';
import type { DemoShop } from './shop.ts';

type RoomEndpoint = (
  session: Session,
  ids: readonly number[] | undefined,
  host: string,
) => DemoAnswer;

const DETAIL = '/insights/workbench/live/detail';
const ROOM_LIST = '/api/v4/insights/seller/live/list';

const roomEndpoints: Readonly<Record<string, RoomEndpoint>> = {
  [`/api/v1${DETAIL}/core/stats`]: (session, ids = []) => answerCoreStats(session, ids),
  [`/api/v1${DETAIL}/trend/chart`]: (session, ids = []) => trendChart(session, ids),
  [`/api/v1${DETAIL}/product/list`]: productList,
  [`/api/v1${DETAIL}/user/portrait`]: (session, ids = []) => userPortrait(session, ids),
  [`/api/v1${DETAIL}/event/timeline`]: (session, _, host) => eventTimeline(session, host),
  [`/api/v1${DETAIL}/room/status`]: (session, _, host) => roomStatus(session, host),
  [`/api/v1${DETAIL}/room/info`]: (session, _, host) => roomInfo(session, host),
  [`/api/v3${DETAIL}/source/new`]: (session, ids = []) => sourceNew(session, ids),
};

/**
 * Answers the analytics endpoints as Seller Center does: 98001002 to whoever isn't signed in,
 * 98001004 to a room or id it doesn't know, HTTP 400 to a body without its parts.
 */
export function api(asked: DemoRequest, shop: DemoShop, isSignedIn: boolean): DemoAnswer {
  const endpoint = roomEndpoints[asked.path];
  if (endpoint === undefined && asked.path !== ROOM_LIST) return plain(404, 'No such endpoint.');
  if (asked.method !== 'POST') return plain(405, 'POST only.', { allow: 'POST' });
  if (!isSignedIn) return signedOut('code');
  const body = parse(asked.body);
  if (endpoint === undefined) return roomList(shop.sessions(asked.at), body);
  const read = v.safeParse(RoomRequestSchema, body);
  if (!read.success) return missingRequired();
  const { room_filter: filter, stats_types: ids } = read.output.request;
  if (isKeptRoom(filter.room_id)) {
    return keptAnswer(filter.room_id, asked.path) ?? invalidParameters();
  }
  const session = shop.sessions(asked.at).find(({ room }) => room.id === filter.room_id);
  return session === undefined ? invalidParameters() : endpoint(session, ids, asked.host);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
