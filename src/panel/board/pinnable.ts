import * as v from 'valibot';
import { type Finding, type Report, type Stretch, stepIds } from '../../diagnosis/report.ts';
import {
  type Picture,
  PictureSchema,
  type Pinned,
  type PinnedId,
  PinnedIdSchema,
  type PinnedRoom,
} from '../../metrics/board/pinned.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import type { BenchmarkRoom, Clip } from '../../metrics/feed/category-slice.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import { endOf } from '../../metrics/live/length.ts';
import { cutOf, type Recording, recordingState, replayOf } from '../../metrics/live/recording.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { type Seconds, seconds, type UnixMs } from '../../metrics/time.ts';
import { creatorName } from '../creator-name.ts';
import type { ReplayRequest } from '../state/replay.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What can be pinned, before it is: a pinned thing less all that the board adds. */
export type PinThing = Without<
  Pinned,
  'id' | 'pinnedAt' | 'rank' | 'tags' | 'note' | 'status' | 'simulated'
>;

/** A thing to pin, with its picture where that is known without asking for it. */
export interface Pinnable {
  readonly thing: PinThing;
  readonly picture?: Picture;
  /** True for simulated figures: the board must say so. */
  readonly simulated?: boolean;
}

/** As much of a session, or of its light record, as a pin needs. */
export interface PinnedFrom {
  readonly room: RoomInfo;
  readonly figures: Figures;
  readonly currency?: CurrencyCode | undefined;
}

/** A clip of a benchmark LIVE; `feed` is the feed's name, absent for one's own LIVEs. */
export function clipToPin(
  benchmark: BenchmarkRoom,
  clip: Clip,
  from: { readonly feed?: string | undefined; readonly simulated?: boolean | undefined },
): Pinnable {
  const { clips: _all, figures, ...room } = benchmark;
  return {
    thing: {
      kind: 'clip',
      room: { ...room, figures: kept((id) => figures[id], clip.metric) },
      clip,
      factor: clip.factor,
      ...(from.feed === undefined ? {} : { feed: from.feed }),
    },
    ...(from.simulated === true ? { simulated: true } : {}),
  };
}

/** A factor as the LIVE's diagnosis found it. */
export function factorToPin(finding: Finding, report: Report, from: PinnedFrom): Pinnable {
  const { money, step } = finding;
  return {
    thing: {
      kind: 'factor',
      factor: finding.factor,
      ...(step === undefined ? {} : { metric: step }),
      ...(finding.state !== 'gap' || money === undefined
        ? {}
        : {
            money: {
              ...money,
              ...(report.currency === undefined ? {} : { currency: report.currency }),
            },
          }),
      room: roomOf({ ...from, currency: report.currency ?? from.currency }),
    },
    ...pictureOf(from.room),
  };
}

/**
 * A moment of the own replay, `from` seconds from its start, or a stretch up to `to`; `now` says whether
 * it can still be played.
 */
export function momentToPin(
  live: PinnedFrom,
  moment: Pick<Recording, 'from' | 'to'>,
  now: UnixMs,
  factor?: string,
): Pinnable {
  const replay = replayOf(live.room);
  const isPlayable = recordingState(replay, now).state === 'playable';
  return {
    thing: {
      kind: 'moment',
      ...storedMoment({ ...replay, ...moment, ...(isPlayable ? {} : { url: undefined }) }),
      ...(factor === undefined ? {} : { factor }),
      room: roomOf(live),
    },
    ...pictureOf(live.room),
  };
}

/** A moment or stretch as the board keeps it: to a hundredth of a second, by which its picture is found again, and where it plays. */
function storedMoment({ url, expiresAt, from, to }: Omit<Recording, 'room'>) {
  const close = (value: number): Seconds => seconds(Math.max(0, Math.round(value * 100) / 100));
  return {
    at: close(from),
    ...(to === undefined ? {} : { to: close(to) }),
    ...(url?.startsWith('https://') ? { url } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** A stretch of the LIVE that shows a finding; undefined while the LIVE's start is unknown. */
export function stretchToPin(
  live: PinnedFrom,
  stretch: Stretch,
  now: UnixMs,
  factor?: string,
): Pinnable | undefined {
  const cut = cutOf(live.room, stretch);
  return cut === undefined ? undefined : momentToPin(live, cut, now, factor);
}

/** The second of an own replay that a player shows; undefined for a recording that a feed tells of. */
export function replayToPin(asked: ReplayRequest, at: number): Pinnable | undefined {
  if (asked.whose.kind !== 'own') return undefined;
  const { room, live, url, expiresAt, title, simulated } = asked;
  const { clips: _none, figures = {}, ...known } = live ?? { clips: [], room, title };
  return {
    thing: {
      kind: 'moment',
      ...storedMoment({ url, expiresAt, from: seconds(at) }),
      room: { ...known, figures: kept((id) => figures[id]) },
    },
    ...pictureOf({
      id: room,
      ...(asked.coverUrl === undefined ? {} : { coverUrl: asked.coverUrl }),
    }),
    ...(simulated === true ? { simulated: true } : {}),
  };
}

/** What makes two things the same on the board; two moments within a second are one. */
export function sameness(thing: PinThing): string {
  const place = `${thing.kind} ${thing.room.room}`;
  switch (thing.kind) {
    case 'clip': {
      const { factor, from, to } = thing.clip;
      // Two feeds may tell of the same LIVE, or of one by another's id.
      const feed = thing.feed === undefined ? '' : ` ${thing.feed}`;
      return `${place} ${factor} ${from} ${to}${feed}`;
    }
    case 'moment':
      return `${place} ${Math.floor(thing.at)} ${thing.to === undefined ? '' : Math.floor(thing.to)}`;
    case 'factor':
      return `${place} ${thing.factor}`;
  }
}

/** The id under which a thing stands on the board: the same in every panel. */
export async function pinnedIdOf(thing: PinThing): Promise<PinnedId> {
  const bytes = new TextEncoder().encode(sameness(thing));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  // Version 8 of a UUID: made by a rule of one's own.
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return v.parse(PinnedIdSchema, [...parts, hex.slice(20)].join('-'));
}

/** The figures that the board shows: few, so that a long board opens at once. */
function kept(
  figure: (id: MetricId) => number | undefined,
  metric?: MetricId,
): PinnedRoom['figures'] {
  const ids: MetricId[] = ['gmvPerHour', ...stepIds, ...(metric === undefined ? [] : [metric])];
  const known = ids.flatMap((id) => {
    const value = figure(id);
    return value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(known);
}

function roomOf({ room, figures, currency }: PinnedFrom): PinnedRoom {
  const creator = creatorName(room);
  const endedAt = endOf(room);
  return {
    room: room.id,
    figures: kept((id) => numberOf(figures, id)),
    ...(creator === undefined ? {} : { creator }),
    ...(room.title === undefined ? {} : { title: room.title }),
    ...(room.coverUrl?.startsWith('https://') ? { coverUrl: room.coverUrl } : {}),
    ...(room.startedAt === undefined ? {} : { startedAt: room.startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(room.zone === undefined ? {} : { zone: room.zone }),
    ...(currency === undefined ? {} : { currency }),
  };
}

function pictureOf({ coverUrl }: RoomInfo): { readonly picture?: Picture } {
  const read = v.safeParse(PictureSchema, coverUrl);
  return read.success ? { picture: read.output } : {};
}
