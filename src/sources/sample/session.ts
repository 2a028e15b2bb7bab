import type { Origin } from '../../metrics/figure.ts';
import { accountOf } from '../../metrics/live/account.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import { recordingState, replayEnd } from '../../metrics/live/recording.ts';
import type { RoomInfo, Session } from '../../metrics/session.ts';
import {
  finalAt,
  seconds,
  type UnixMs,
  type UnixSeconds,
  unixMs,
  unixSeconds,
} from '../../metrics/time.ts';
import { CURRENCY } from './amounts.ts';
import { audienceOf } from './audience.ts';
import { shopZoneAt } from './calendar.ts';
import { BEAUTY, HOME } from './catalogue.ts';
import { type Earlier, marketComparisons, ownComparisons } from './comparisons.ts';
import { type CoverMark, drawCover } from './cover.ts';
import { sampleFigures } from './figures.ts';
import { filmAddress } from './film/address.ts';
import { pinsOf, productsOf, sourcesOf, violationsOf } from './parts.ts';
import type { LiveScript } from './plan.ts';
import type { SampleTally } from './tally.ts';
import { timelineOf } from './timeline.ts';
import type { Replays, SampleRoom } from './types.ts';

export const SHOP_NAME = 'Lumen & Leaf (sample)';
export const SHOP_HANDLE = '@lumenandleaf.sample';
const SHOP_ACCOUNT = { id: '7000000000000000001', handle: SHOP_HANDLE };
/** Where the demo serves replays; nothing at the real host answers there. */
const REPLAY_ROOT = 'https://replays.example/demo/replay/';

/** What of an ended LIVE depends on the time it is looked at: whether its figures are final and its replay is kept. */
export function stateAt(
  plan: LiveScript,
  now: UnixMs,
): { readonly isFinal: boolean; readonly isKept: boolean } {
  return {
    isFinal: phaseOf({ endedAt: plan.plannedEnd }, now).name === 'final',
    isKept: isReplayKept(plan.plannedEnd, now),
  };
}

const isReplayKept = (endedAt: UnixSeconds, now: UnixMs): boolean =>
  recordingState({ expiresAt: replayEnd(endedAt) }, now).state !== 'expired';

/** One LIVE as every source hands it on, complete as of `now`. `earlier` are the shop's LIVEs before it. */
export function sampleRoomOf(
  plan: LiveScript,
  tally: SampleTally,
  earlier: readonly Earlier[],
  now: UnixMs,
  replays: Replays,
): SampleRoom {
  const ended = tally.until >= plan.plannedEnd;
  const endedAt = plan.plannedEnd;
  const final = finalAt(endedAt);
  const origin: Origin = {
    how: 'simulated',
    endpoint: 'sample',
    at: ended ? unixMs(Math.min(now, final)) : now,
  };
  const figures = sampleFigures(plan, tally, origin, !ended);
  const products = productsOf(plan, tally);
  const playable = ended && isReplayKept(endedAt, now);
  const look = lookOf(plan);
  const length = seconds(endedAt - plan.startedAt);
  const addresses = {
    none: undefined,
    demo: `${REPLAY_ROOT}${plan.id}.m3u8`,
    film: filmAddress({ ...look, length }),
  };
  const address = playable ? addresses[replays] : undefined;
  const violations = violationsOf(plan, tally.until);
  const session: Session = {
    version: 1,
    room: roomInfo(plan, tally, ended, look, address),
    currency: CURRENCY,
    figures,
    comparisons: {
      market: marketComparisons(figures, products[0]?.category ?? plan.truth.theme, reachOf(plan)),
      own: ownComparisons(figures, plan.startedAt, earlier),
    },
    timeline: timelineOf(tally),
    products,
    productsSold: products.filter(({ orders }) => (orders ?? 0) > 0).length,
    sources: sourcesOf(tally),
    pins: pinsOf(plan, tally.until),
    violations,
    audience: audienceOf(plan, tally),
    origins: {
      room: origin,
      figures: origin,
      timeline: origin,
      products: origin,
      sources: origin,
      pins: origin,
      violations: origin,
      audience: origin,
    },
    gaps: [],
    simulated: true,
  };
  return {
    session,
    truth: plan.truth,
    phase: phaseOf(session.room, now).name,
    ...(playable ? { replay: { durationSeconds: length } } : {}),
  };
}

/** Every third room has TikTok's market comparison for three metrics only, the others for eight. */
function reachOf(plan: LiveScript): number {
  return plan.startedAt % 3 === 0 ? 3 : 8;
}

interface Look {
  readonly mark: CoverMark;
  /** In degrees. */
  readonly hue: number;
  readonly topic: string;
}

/** How a LIVE looks by what it sells; no two of a category quite alike. */
function lookOf({ truth: { theme }, startedAt }: LiveScript): Look {
  const [mark, hue, topic] =
    theme === BEAUTY
      ? (['leaf', 150, 'Glow'] as const)
      : theme === HOME
        ? (['house', 30, 'Tidy home'] as const)
        : (['gem', 320, 'Style'] as const);
  return { mark, hue: (hue + (startedAt % 60)) % 360, topic };
}

function roomInfo(
  plan: LiveScript,
  tally: SampleTally,
  ended: boolean,
  { mark, hue, topic }: Look,
  address: string | undefined,
): RoomInfo {
  const { slot } = plan.truth;
  const when = {
    morning: 'morning',
    midday: 'lunch break',
    evening: 'night',
    marathon: 'marathon',
  };
  return {
    id: plan.id,
    title: `${topic} ${when[slot]} with Lumen & Leaf (sample)`,
    coverUrl: drawCover(mark, hue, 90, 120),
    creator: { ...SHOP_ACCOUNT, name: SHOP_NAME },
    ...accountOf(SHOP_ACCOUNT),
    region: 'US',
    startedAt: plan.startedAt,
    ...(ended ? { endedAt: plan.plannedEnd, replayExpiresAt: replayEnd(plan.plannedEnd) } : {}),
    duration: seconds(tally.until - plan.startedAt),
    status: ended ? 'ended' : 'live',
    zone: shopZoneAt(unixSeconds(plan.startedAt)),
    ...(address === undefined ? {} : { replayUrl: address }),
  };
}
