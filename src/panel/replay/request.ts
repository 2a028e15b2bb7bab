import * as v from 'valibot';
import type { Stretch } from '../../diagnosis/report.ts';
import { metricIds } from '../../metrics/catalogue.ts';
import {
  type BenchmarkRoom,
  BenchmarkRoomSchema,
  type Clip,
} from '../../metrics/category-slice.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import { endOf } from '../../metrics/live/length.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Pinned, PinnedRoom } from '../../metrics/pinned.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { creatorName, replayUntil } from '../room-state.ts';
import type { Cut, ReplayRequest, Whose } from '../state/replay.ts';

/** One of the seller's own LIVEs, with what is known of it. */
export interface OwnLive {
  readonly room: RoomInfo;
  readonly figures: Figures;
  readonly currency?: CurrencyCode | undefined;
  readonly simulated?: boolean | undefined;
}

/** The whole replay of an own LIVE, or a stretch of it. `untitled` names one without a title. */
export function ownReplay(own: OwnLive, untitled: string, stretch?: Stretch): ReplayRequest {
  const { room } = own;
  const until = replayUntil(room);
  return {
    title: room.title ?? untitled,
    room: room.id,
    whose: { kind: 'own' },
    url: room.replayUrl,
    expiresAt: until === undefined ? undefined : unixSeconds(until / 1000),
    coverUrl: room.coverUrl,
    cut: stretch === undefined ? undefined : cutOf(room, stretch),
    live: liveOf(own),
    simulated: own.simulated,
  };
}

/** A clip of a benchmark LIVE. */
export function clipReplay(
  live: BenchmarkRoom | PinnedRoom,
  clip: Clip,
  {
    whose,
    untitled,
    simulated,
  }: { whose: Whose; untitled: string; simulated?: boolean | undefined },
): ReplayRequest {
  return {
    title: live.title ?? untitled,
    room: live.room,
    whose,
    url: clip.url,
    expiresAt: clip.expiresAt,
    coverUrl: live.coverUrl,
    cut: clip,
    live: benchmarkOf(live),
    clip,
    simulated,
  };
}

/** What was pinned of a recording, as it was when it was pinned; undefined for a pinned factor. */
export function pinnedReplay(pinned: Pinned, untitled: string): ReplayRequest | undefined {
  if (pinned.kind === 'factor') return undefined;
  const { room: live, simulated } = pinned;
  if (pinned.kind === 'clip') {
    const whose: Whose =
      pinned.feed === undefined ? { kind: 'own' } : { kind: 'feed', name: pinned.feed };
    return clipReplay(live, pinned.clip, { whose, untitled, simulated });
  }
  return {
    title: live.title ?? untitled,
    room: live.room,
    whose: { kind: 'own' },
    url: pinned.url,
    expiresAt: pinned.expiresAt,
    coverUrl: live.coverUrl,
    at: pinned.at,
    cut: pinned.to === undefined ? undefined : { from: pinned.at, to: pinned.to },
    live: benchmarkOf(live),
    simulated,
  };
}

/** A LIVE on the board in the shape of a benchmark LIVE; undefined while its start or end is unknown. */
function benchmarkOf(live: BenchmarkRoom | PinnedRoom): BenchmarkRoom | undefined {
  const read = v.safeParse(BenchmarkRoomSchema, { clips: [], ...live });
  return read.success ? read.output : undefined;
}

/** An own LIVE in the shape of a benchmark LIVE; undefined while its start or end is unknown. */
export function liveOf({ room, figures, currency }: OwnLive): BenchmarkRoom | undefined {
  const known = metricIds.flatMap((id) => {
    const value = numberOf(figures, id);
    return value === undefined ? [] : [[id, value] as const];
  });
  const live = v.safeParse(BenchmarkRoomSchema, {
    room: room.id,
    creator: creatorName(room),
    title: room.title,
    coverUrl: room.coverUrl?.startsWith('https://') === true ? room.coverUrl : undefined,
    startedAt: room.startedAt,
    endedAt: endOf(room),
    currency,
    figures: Object.fromEntries(known),
    clips: [],
  });
  return live.success ? live.output : undefined;
}

/**
 * A stretch of a LIVE as seconds of its recording, which starts with the LIVE; at least one second
 * long. Undefined while the LIVE's start is unknown.
 */
export function cutOf(
  { startedAt }: Pick<RoomInfo, 'startedAt'>,
  stretch: Stretch,
): Cut | undefined {
  if (startedAt === undefined) return undefined;
  const from = Math.max(0, stretch.from - startedAt);
  return { from: seconds(from), to: seconds(Math.max(from + 1, stretch.to - startedAt)) };
}
