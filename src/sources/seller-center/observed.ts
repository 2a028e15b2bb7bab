import { isAddress } from '../../metrics/address.ts';
import { ok, type Result } from '../../metrics/fault.ts';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import { accountOf, shopOf } from '../../metrics/live/account.ts';
import type { SessionPart } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { isAnalyticsPath } from '../../platform/analytics-path.ts';
import type { Observed } from '../../platform/observed.ts';
import { openEnvelope } from './envelope.ts';
import { isRecord } from './fields.ts';
import { parseJson } from './json.ts';
import { askedIds } from './reader.ts';
import { readerFor } from './readers.ts';

/** A copy of an answer with the time at which it came in. */
export interface Heard extends Observed {
  readonly at: UnixMs;
}

/** What an overheard answer gave: one part, or several where it was a list of rooms. */
export interface ObservedPart {
  readonly endpoint: string;
  readonly part: SessionPart;
  /** The ids the page asked for: of any other the answer says nothing. */
  readonly ids: readonly number[];
  /** The other rooms of a list. */
  readonly others: readonly SessionPart[];
}

/** An address may be relative; only path and query matter here. */
const BASE = 'https://page.invalid';

/**
 * Reads an answer that the page asked for itself. Undefined for what isn't an analytics answer, or
 * one that no reader knows, or of which the room can't be told. Fails like the envelope
 * (`signed-out`, `malformed`, …) where the answer is one of ours.
 */
export function readObserved(observed: Heard): Result<ObservedPart | undefined> {
  if (!isAddress(observed.url, BASE)) return ok(undefined);
  const url = new URL(observed.url, BASE);
  if (!isAnalyticsPath(url.pathname)) return ok(undefined);
  const known = readerFor(url.pathname);
  const opened = openEnvelope({ status: observed.status, url: url.href, body: observed.body });
  if (!opened.ok) return known === undefined ? ok(undefined) : opened;
  const { data, simulated } = opened.value;
  const reader = known ?? readerFor(url.pathname, data);
  if (reader === undefined) return ok(undefined);
  const request = parsedRequest(observed.request);
  const asked = roomOf(request, url);
  const [part, ...others] = reader
    .read(data, {
      room: asked,
      origin: { how: 'observed', endpoint: reader.endpoint, at: observed.at },
      request,
    })
    .map((read) => withOwner(read, asked, request, url))
    .map((read) => (simulated ? { ...read, simulated } : read));
  if (part === undefined) return ok(undefined);
  return ok({ endpoint: reader.endpoint, part, ids: askedIds(request), others });
}

function parsedRequest(body: string | undefined): unknown {
  if (body === undefined) return undefined;
  const parsed = parseJson(body);
  return parsed.ok ? parsed.value : undefined;
}

/** The room a request is about: in its body, else in its query. */
function roomOf(request: unknown, url: URL): RoomId | undefined {
  const { room_id: id } = filterOf(request);
  const asked = typeof id === 'string' ? id : url.searchParams.get('room_id');
  return asked === null ? undefined : parseRoomId(asked);
}

/**
 * Most answers don't say whose the LIVE is, but the page names the account and the shop when it asks.
 * What an answer says itself stands.
 */
function withOwner(
  part: SessionPart,
  asked: RoomId | undefined,
  request: unknown,
  url: URL,
): SessionPart {
  const { creator_id: creator, shop_id: shop } = filterOf(request);
  const query = url.searchParams.get('seller_id') ?? url.searchParams.get('oec_seller_id');
  const shopId = shopOf(shop ?? query);
  const ofRoom = part.room.id === asked && typeof creator === 'string';
  const owner = {
    ...(ofRoom ? accountOf({ id: creator }) : {}),
    ...(shopId === undefined ? {} : { shopId }),
  };
  return { ...part, room: { ...owner, ...part.room } };
}

function filterOf(request: unknown): Readonly<Record<string, unknown>> {
  const inner = isRecord(request) ? request.request : undefined;
  const filter = isRecord(inner) ? inner.room_filter : undefined;
  return isRecord(filter) ? filter : {};
}
