import type { RoomId } from '../../metrics/ids.ts';
import { type UnixMs, unixMs } from '../../metrics/time.ts';
import { type ShopDay, shopDayOf } from './calendar.ts';
import { BEAUTY, wares } from './catalogue.ts';
import type { Earlier } from './comparisons.ts';
import { sampleFigures } from './figures.ts';
import { type LiveScript, planLive } from './plan.ts';
import { slotOn, slotOnAir } from './schedule.ts';
import { SHOP_HANDLE, SHOP_NAME, sampleRoomOf, stateAt } from './session.ts';
import { simulate } from './simulate.ts';
import type { SampleTally } from './tally.ts';
import type { SampleOptions, SampleRoom, SampleShop } from './types.ts';

export type * from './types.ts';

const ENDED_LIVES = 59;
/** Two weeks more than is shown, so that the oldest LIVE has earlier ones to be compared with. */
const EARLIER_LIVES = 10;
/** Step of the simulation in seconds; finer for the LIVE on air, so that its figures are seen to move. */
const TICK = 60;
const TICK_ON_AIR = 10;

interface Played {
  readonly plan: LiveScript;
  readonly tally: SampleTally;
  readonly earlier: Earlier;
}

/**
 * A simulated US shop with 60 LIVEs of the last 90 days, the newest running, whose figures agree with
 * each other as real ones should. Pure: the same options give the same shop. An ended LIVE depends on
 * seed and calendar day alone, so it is the same whenever the shop is opened; see `opened` for the
 * one on air. Takes a few hundred milliseconds; `at` is quick.
 */
export function sampleShop(options: SampleOptions): SampleShop {
  const { now, seed = 1, opened = now, replays = 'none' } = options;
  const goods = wares(seed);
  const onAir = planLive(seed, slotOnAir(seed, opened), goods);
  const ended = pastLives(seed, shopDayOf(opened), goods);
  const before = ended.map((_, i) => ended.slice(i + 1).map(({ earlier }) => earlier));
  const known = new Map<string, SampleRoom>();
  // An ended LIVE changes only when its figures become final and when its replay expires.
  const endedRoom = ({ plan, tally }: Played, i: number, at: UnixMs): SampleRoom => {
    const { isFinal, isKept } = stateAt(plan, at);
    const key = `${plan.id} ${isKept}`;
    if (!isFinal) return sampleRoomOf(plan, tally, before[i] ?? [], at, replays);
    const room = known.get(key) ?? sampleRoomOf(plan, tally, before[i] ?? [], at, replays);
    known.set(key, room);
    return room;
  };
  const look = (at: UnixMs): SampleShop => {
    const running = simulate(onAir, at / 1000, TICK_ON_AIR);
    const all = ended.map(({ earlier }) => earlier);
    const rooms: SampleRoom[] = [
      sampleRoomOf(onAir, running, all, at, replays),
      ...ended.slice(0, ENDED_LIVES).map((live, i) => endedRoom(live, i, at)),
    ];
    const byId = new Map<RoomId, SampleRoom>(rooms.map((room) => [room.session.room.id, room]));
    return {
      name: SHOP_NAME,
      handle: SHOP_HANDLE,
      now: at,
      rooms,
      products: goods,
      shopCategory: BEAUTY,
      room: (id) => byId.get(id),
      at: look,
    };
  };
  return look(now);
}

/** The ended LIVEs of the seed that was asked for last, by day: whoever opens that shop again has them at once. */
let lastPlayed: { readonly seed: number; readonly lives: Map<ShopDay, Played> } | undefined;

/** Ended LIVEs before a day, newest first. */
function pastLives(
  seed: number,
  before: ShopDay,
  goods: Parameters<typeof planLive>[2],
): readonly Played[] {
  if (lastPlayed?.seed !== seed) lastPlayed = { seed, lives: new Map() };
  const { lives } = lastPlayed;
  const all: Played[] = [];
  for (let day = before - 1; all.length < ENDED_LIVES + EARLIER_LIVES; day--) {
    const slot = slotOn(seed, day);
    if (slot === undefined) continue;
    const live = lives.get(day) ?? played(planLive(seed, slot, goods));
    lives.set(day, live);
    all.push(live);
  }
  return all;
}

function played(plan: LiveScript): Played {
  const tally = simulate(plan, plan.plannedEnd, TICK);
  const origin = { how: 'simulated', endpoint: 'sample', at: unixMs(0) } as const;
  return {
    plan,
    tally,
    earlier: {
      startedAt: plan.startedAt,
      endedAt: plan.plannedEnd,
      figures: sampleFigures(plan, tally, origin, false),
    },
  };
}
