import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { withoutLives } from '../../diagnosis/benchmark/without-lives.ts';
import { currencyOf } from '../../diagnosis/currency.ts';
import { outcomeOf } from '../../diagnosis/outcome/outcome.ts';
import type { PlanOutcome } from '../../diagnosis/outcome/types.ts';
import { ENGINE, engineOf } from '../../metrics/board/engine-version.ts';
import { livesSince, type TriedLive, triedLive } from '../../metrics/board/next-live.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import { livesOfPlan } from '../../metrics/board/plan-lives.ts';
import type { Fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { wasReadWhileLive } from '../../metrics/live/completeness.ts';
import { type OwnLives, ownLives } from '../../metrics/live/own.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import { type App, useApp } from './app.ts';
import type { Which } from './ports.ts';
import { readArchive } from './read-archive.ts';
import { pastLives, takenOutStarts } from './report-store.ts';
import { useAllFigures } from './use-all-figures.ts';

/** What is known of a plan's outcome. */
export interface OutcomeView {
  /** The LIVE in which it was tried; undefined while there is none. */
  readonly tried: TriedLive | undefined;
  /** LIVEs that can be it, the earliest first. */
  readonly candidates: readonly ListedRoom[];
  /** The LIVEs that count: the first, and those in which the change was kept. */
  readonly counted: readonly RoomId[];
  /** Undefined until the LIVEs' figures were read, and where those of the plan's own LIVE are gone. */
  readonly outcome: PlanOutcome | undefined;
  /** The same as it is told today, for a plan that was ended when it was told in another way. */
  readonly today: PlanOutcome | undefined;
  readonly before: Session | undefined;
  readonly after: readonly Session[];
  /** Of the first LIVE after; undefined where it names none. */
  readonly currency: CurrencyCode | undefined;
  /** LIVEs that count and whose own figures weren't read yet, or of a part of them alone. */
  readonly unread: readonly RoomId[];
  /** True until the archive answered. */
  readonly reading: boolean;
  readonly fault: Fault | undefined;
}

/** The LIVEs of a plan as the list has them: one that is stored anew is another record. */
interface NamedLives {
  readonly which: Which;
  readonly ids: readonly RoomId[];
  readonly records: readonly (ListedRoom | undefined)[];
}

interface Read {
  readonly before: Session | undefined;
  readonly after: readonly Session[];
  readonly lives: NamedLives;
  readonly fault?: Fault;
}

const nobody: OwnLives<ListedRoom> = {
  account: undefined,
  own: [],
  leftOut: [],
  countsItself: true,
};

/** Follows a plan to its outcome: worked out anew when a LIVE that counts, or the plan, changes. */
export function useOutcome(plan: Plan): OutcomeView {
  const app = useApp();
  const which: Which = app.settings.settings.value.sample ? 'sample' : 'shop';
  const settings = app.settings.settings.value;
  const { rooms: all, unread } = app.list.view.value;
  const rooms = livesOfPlan(plan, all, settings.ownLives);
  const now = app.now.value;
  const tried = triedLive(plan, rooms, now);
  const counted = countedOf(plan, tried);
  const [first] = counted;
  const read = useSignal<Read | undefined>(undefined);
  const lives = useNamedLives(which, [plan.madeFrom, ...counted], rooms);

  useEffect(() => {
    let wanted = true;
    void readSessions(app, lives).then((found) => {
      if (wanted) read.value = { ...found, lives };
    });
    return () => {
      wanted = false;
    };
  }, [lives, app]);

  const withFigures = useAllFigures();
  const own = useMemo(() => {
    const base = all.find(({ id }) => id === plan.madeFrom) ?? all.find(({ id }) => id === first);
    return base === undefined ? nobody : ownLives(base, all, settings.ownLives);
  }, [all, plan.madeFrom, first, settings]);
  const past = useMemo(() => pastLives(own.own, settings), [own, settings]);
  const known = read.value;
  const current = known?.lives === lives ? known : undefined;
  // What was read before stays in view while newer figures are on their way.
  const shown = current ?? (known !== undefined && sameLives(known, counted) ? known : undefined);
  const firstAfter = shown?.after[0];
  const [outcome, today] = useMemo(() => {
    if (withFigures === undefined || shown?.before === undefined || shown.after.length === 0)
      return [];
    const input = {
      plan,
      before: shown.before,
      after: shown.after.map((live) => withoutLives(live, takenOutStarts(own))),
      history: past,
      now,
    };
    const engine = engineOf(plan);
    return engine === ENGINE
      ? [outcomeOf(input)]
      : [outcomeOf({ ...input, engine }), outcomeOf(input)];
  }, [plan, withFigures, shown, own, past, now]);
  return {
    tried,
    candidates: livesSince(plan, rooms),
    counted,
    outcome,
    today,
    before: shown?.before,
    after: shown?.after ?? [],
    currency: firstAfter && currencyOf(firstAfter),
    unread:
      shown === undefined
        ? []
        : counted.filter((id) => !shown.after.some((live) => live.room.id === id && isRead(live))),
    reading:
      shown === undefined ||
      (withFigures === undefined && unread === undefined && shown.fault === undefined),
    fault: shown?.fault ?? (withFigures === undefined ? unread : undefined),
  };
}

/**
 * The LIVEs that count; none while the first is still running. One whose end isn't known counts, so that
 * the seller is asked to read its figures.
 */
function countedOf(plan: Plan, tried: TriedLive | undefined): readonly RoomId[] {
  if (tried === undefined || tried.phase === 'running') return [];
  return [...new Set([tried.room, ...(plan.keptIn ?? [])])];
}

/** The list of LIVEs tells of a LIVE that nobody read yet, with too little for a verdict. */
const isRead = (live: Session): boolean =>
  live.origins.figures !== undefined && !wasReadWhileLive(live);

const sameLives = ({ after }: Read, counted: readonly RoomId[]): boolean =>
  after.length === counted.length && after.every(({ room }) => counted.includes(room.id));

/**
 * The same object for as long as neither the LIVEs change nor one of them was stored anew. Figures alone don't tell: an
 * answer about its minutes or products leaves them, and when they were answered, as they were.
 */
function useNamedLives(
  which: Which,
  ids: readonly RoomId[],
  rooms: readonly ListedRoom[],
): NamedLives {
  const records = ids.map((id) => rooms.find((room) => room.id === id));
  const last = useRef<NamedLives>({ which, ids, records });
  const { current } = last;
  const isSame =
    current.which === which &&
    current.ids.length === ids.length &&
    ids.every((id, place) => current.ids[place] === id) &&
    records.every((record, place) => current.records[place] === record);
  if (!isSame) last.current = { which, ids, records };
  return last.current;
}

async function readSessions(app: App, { which, ids }: NamedLives): Promise<Omit<Read, 'lives'>> {
  const found = await readArchive(app.ports, which, (archive) =>
    Promise.all(ids.map((id) => archive.session(id))),
  );
  if (!found.ok) return { before: undefined, after: [], fault: found.fault };
  const [first, ...rest] = found.value;
  return { before: first, after: rest.flatMap((session) => (session ? [session] : [])) };
}
