import { completeFigures } from '../../metrics/complete/complete-figures.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import type { CategoryId, RoomId } from '../../metrics/ids.ts';
import { type CategoryChoices, categoryOf } from '../../metrics/live/category.ts';
import { dropPartialFigures } from '../../metrics/live/completeness.ts';
import { endOf, lengthOf, type Span, spanLength, spanOf } from '../../metrics/live/length.ts';
import { type OwnChoices, type OwnLives, ownLives } from '../../metrics/live/own.ts';
import { type Phase, phaseOf } from '../../metrics/live/phase.ts';
import type { SalesBasis } from '../../metrics/metric.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { salesBasisOf } from '../../metrics/sales-basis.ts';
import { HOUR_SECONDS, type UnixMs, type UnixSeconds, type Zone } from '../../metrics/time.ts';
import { usable } from '../usable.ts';

/** An own LIVE as the pictures over time take it. */
export interface LiveInTime {
  readonly room: RoomId;
  readonly startedAt: UnixSeconds;
  /** From start to end; absent while it runs, and where no end is known. */
  readonly span?: Span;
  readonly phase: Phase['name'];
  /** With those that follow from what was read; without those that were read long before its end. */
  readonly figures: Figures;
  readonly currency?: CurrencyCode;
  /** Undefined where none is known. */
  readonly category: CategoryId | undefined;
  /** The shop's zone, with the offset of the LIVE's start where it has no name. */
  readonly zone?: Zone;
}

/** The LIVEs that pictures over time are made of. */
export interface LivesInTime {
  /** Oldest first, each with a start. */
  readonly lives: readonly LiveInTime[];
  /** The same LIVEs as they are kept, in the order given, with those whose start isn't known. */
  readonly records: readonly RoomRecord[];
  /** Which LIVEs of the archive count, and why the others don't. */
  readonly account: OwnLives<RoomRecord>;
  /** Whose money they are told in: that of most of the newest hundred. Attributed and direct money never meet. */
  readonly basis: SalesBasis;
  readonly currency: CurrencyCode | undefined;
  /** Own LIVEs whose start isn't known. */
  readonly undated: number;
  /** LIVEs of the archive that aren't own ones; see `metrics/live/own.ts`. */
  readonly leftOut: number;
}

/**
 * The own LIVEs of an account over time: those that count for the LIVE `of`, and itself unless it is left out of
 * what is usual for the others.
 */
export function livesInTime(
  of: RoomRecord,
  all: readonly RoomRecord[],
  given: { readonly choices: CategoryChoices & { ownLives: OwnChoices }; readonly now: UnixMs },
): LivesInTime {
  const account = ownLives(of, all, given.choices.ownLives);
  const counted = new Set(account.own);
  const records = all.filter(
    (one) => counted.has(one) || (account.countsItself && one.id === of.id),
  );
  const dated = records.flatMap((record) => inTime(record, given.choices, given.now) ?? []);
  const lives = dated.sort((one, other) => one.startedAt - other.startedAt);
  return {
    lives,
    records,
    account,
    basis: basisOfMost(lives),
    currency: of.currency ?? records.find(({ currency }) => currency !== undefined)?.currency,
    undated: records.length - lives.length,
    leftOut: all.length - records.length,
  };
}

function inTime(record: RoomRecord, choices: CategoryChoices, now: UnixMs): LiveInTime | undefined {
  const { id, room, currency, fetchedAt } = record;
  const span = spanOf(room);
  const startedAt = span?.from ?? room.startedAt;
  if (startedAt === undefined) return undefined;
  // Of thousands of LIVEs those of some weeks are looked at.
  let known: Figures | undefined;
  return {
    room: id,
    startedAt,
    ...(span === undefined ? {} : { span }),
    get phase() {
      return phaseOf(room, now, fetchedAt).name;
    },
    get figures() {
      known ??= completeFigures(dropPartialFigures(record.figures, room), {
        length: lengthOf(room),
        endedAt: endOf(room),
      });
      return known;
    },
    ...(currency === undefined ? {} : { currency }),
    get category() {
      return categoryOf(record, choices).id;
    },
    ...(room.zone === undefined ? {} : { zone: room.zone }),
  };
}

/** Newest LIVEs that tell whose money it is: older ones may come from what Seller Center showed then. */
const BASIS_LIVES = 100;

function basisOfMost(lives: readonly LiveInTime[]): SalesBasis {
  const newest = lives.slice(-BASIS_LIVES);
  const direct = newest.filter(({ figures }) => salesBasisOf(figures) === 'direct').length;
  return direct > newest.length / 2 ? 'direct' : 'attributed';
}

/** What a LIVE made, in major units of the given currency, and in how many hours; undefined where either isn't known. */
export function paidTime(
  { span, figures }: LiveInTime,
  { basis, currency }: Pick<LivesInTime, 'basis' | 'currency'>,
): { readonly gmv: number; readonly hours: number } | undefined {
  const id = basis === 'direct' ? 'directGmv' : 'gmv';
  const gmv = usable(numberOf(figures, id));
  if (span === undefined || gmv === undefined || figures[id]?.money.currency !== currency) {
    return undefined;
  }
  return { gmv, hours: spanLength(span) / HOUR_SECONDS };
}
