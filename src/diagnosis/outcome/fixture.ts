import * as v from 'valibot';
import { type Plan, PlanSchema } from '../../metrics/board/plan.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_SECONDS, unixMs, unixSeconds } from '../../metrics/time.ts';
import { bareLive, origin } from '../fixtures/captured.ts';
import { earlier, figuresOf, HOUR, START, usual } from '../potential/potential.fixture.ts';
import type { StepId } from '../report.ts';

/** A moment at which the figures of all LIVEs here are final. */
export const NOW = unixMs((START + 30 * DAY_SECONDS) * 1000);

/** The id of the LIVE so many days after the one that plans are made from. */
export function idAt(place: number): RoomId {
  const id = parseRoomId(`76499518053633913${String(place).padStart(2, '0')}`);
  if (id === undefined) throw new Error('not a room id');
  return id;
}

export interface Live {
  /** Days after the LIVE that plans are made from. */
  readonly place: number;
  readonly rates?: Partial<Record<StepId, number>>;
  /** How many hours later than usual it starts. */
  readonly late?: number;
  readonly hours?: number;
  readonly currency?: string;
  readonly rate?: number;
  readonly without?: readonly string[];
}

/** A LIVE of the shop whose earlier LIVEs `earlier` makes; its steps are the usual ones unless said otherwise. */
export function liveOf({
  place,
  rates,
  late = 0,
  hours = 4,
  currency = 'USD',
  rate = 1,
  without = [],
}: Live): Session {
  const all = Object.entries(figuresOf({ hours, rates: { ...usual, ...rates } }, currency, rate));
  const { currency: _, ...live } = bareLive(
    Object.fromEntries(all.filter(([id]) => !without.includes(id))),
  );
  const { duration: __, ...room } = live.room;
  const startedAt = unixSeconds(START + place * DAY_SECONDS + late * HOUR);
  return {
    ...live,
    room: { ...room, id: idAt(place), startedAt, endedAt: unixSeconds(startedAt + hours * HOUR) },
    origins: { figures: origin },
  };
}

export const history = (lives = 14, currency = 'USD', rate = 1) => earlier(lives, currency, rate);

export interface ItemOf {
  readonly metric?: MetricId;
  readonly tested?: boolean;
  readonly done?: boolean;
}

const uuid = (place: number): string =>
  `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;

/** A plan with these items, made a day after the LIVE that it is made from. */
export function plannedOf(
  items: readonly ItemOf[],
  parts: Readonly<Record<string, unknown>> = {},
): Plan {
  const madeAt = (START + 20 * HOUR) * 1000;
  return v.parse(PlanSchema, {
    id: uuid(0),
    title: 'Next LIVE',
    madeAt,
    changedAt: madeAt,
    madeFrom: idAt(0),
    state: 'open',
    items: items.map((item, place) => ({
      id: uuid(place + 1),
      rank: `a${place}`,
      title: `Item ${place}`,
      how: '',
      owners: ['host'],
      done: true,
      tested: false,
      ...item,
    })),
    ...parts,
  });
}
