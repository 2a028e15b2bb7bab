import * as v from 'valibot';
import type { Stretch } from '../../diagnosis/report.ts';
import type { Pinned, PinnedRoom } from '../../metrics/board/pinned.ts';
import { recordingOf } from '../../metrics/board/pinned-expiry.ts';
import { metricIds } from '../../metrics/catalogue.ts';
import {
  type BenchmarkRoom,
  BenchmarkRoomSchema,
  type Clip,
} from '../../metrics/feed/category-slice.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import { endOf } from '../../metrics/live/length.ts';
import { cutOf, replayOf } from '../../metrics/live/recording.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { creatorName } from '../creator-name.ts';
import type { ReplayRequest, Whose } from '../state/replay.ts';

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
  return {
    ...replayOf(room),
    ...(stretch === undefined ? {} : cutOf(room, stretch)),
    title: room.title ?? untitled,
    whose: { kind: 'own' },
    coverUrl: room.coverUrl,
    live: liveOfReplay(own),
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
  const { url, expiresAt, from, to } = clip;
  return {
    room: live.room,
    url,
    expiresAt,
    from,
    to,
    title: live.title ?? untitled,
    whose,
    coverUrl: live.coverUrl,
    live: benchmarkOf(live),
    clip,
    simulated,
  };
}

/** What was pinned of a recording, as it was when it was pinned; undefined for a pinned factor. */
export function pinnedReplay(pinned: Pinned, untitled: string): ReplayRequest | undefined {
  const recording = recordingOf(pinned);
  if (recording === undefined) return undefined;
  const { room: live, simulated } = pinned;
  const feed = pinned.kind === 'clip' ? pinned.feed : undefined;
  return {
    ...recording,
    title: live.title ?? untitled,
    whose: feed === undefined ? { kind: 'own' } : { kind: 'feed', name: feed },
    coverUrl: live.coverUrl,
    live: benchmarkOf(live),
    ...(pinned.kind === 'clip' ? { clip: pinned.clip } : {}),
    simulated,
  };
}

/** A LIVE on the board in the shape of a benchmark LIVE; undefined while its start or end is unknown. */
function benchmarkOf(live: BenchmarkRoom | PinnedRoom): BenchmarkRoom | undefined {
  const read = v.safeParse(BenchmarkRoomSchema, { clips: [], ...live });
  return read.success ? read.output : undefined;
}

/** An own LIVE in the shape of a benchmark LIVE; undefined while its start or end is unknown. */
export function liveOfReplay({ room, figures, currency }: OwnLive): BenchmarkRoom | undefined {
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
