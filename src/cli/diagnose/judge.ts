import type { FeedProvenance } from '../../diagnosis/benchmark/feed.ts';
import { historyOf } from '../../diagnosis/benchmark/history.ts';
import { referenceFor } from '../../diagnosis/benchmark/reference.ts';
import { currencyOf } from '../../diagnosis/currency.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { pastDetailsOf } from '../../diagnosis/past-details.ts';
import type { Report } from '../../diagnosis/report.ts';
import { hasEnded, lengthOf, spanOf } from '../../metrics/live/length.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import { isNotSelling, isStub } from '../../metrics/live/unusual.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import type { EarlierLive } from '../../sources/session-file.ts';
import type { TerminalVersus } from '../arguments.ts';
import { ownHistory } from '../own-history.ts';
import type { GivenLive } from './given-live.ts';

/** Where a LIVE stands: it runs, its figures may still move, they don't any more, or it tells nothing of what is usual. */
type LiveStatus = 'live' | 'provisional' | 'final' | 'left-out';

/** A LIVE with its report. */
export interface JudgedLive {
  readonly session: Session;
  readonly status: LiveStatus;
  readonly report: Report;
  /** Earlier LIVEs that were given and aren't own LIVEs of this one. */
  readonly leftOut: number;
}

/** What to compare with, where the command line says it. */
export interface Against {
  readonly versus?: TerminalVersus | undefined;
  readonly feed?: FeedProvenance | undefined;
  readonly now: UnixMs;
}

/**
 * Judges LIVEs, newest first, each with the earlier ones among them as its history. What a session file
 * says of history and benchmark itself counts too.
 */
export function judgeLives(given: readonly GivenLive[], against: Against): readonly JudgedLive[] {
  const newestFirst = given.toSorted((a, b) => startOf(b.session) - startOf(a.session));
  const sessions = new Map<string, Session>(
    newestFirst.map(({ session }) => [session.room.id, session]),
  );
  const earlierOf = (simulated: boolean) =>
    newestFirst.flatMap(({ session }) =>
      (session.simulated === true) === simulated ? earlierLive(session) : [],
    );
  // What was made up is no history of what was sold.
  const earlier = { made: earlierOf(true), sold: earlierOf(false) };
  const usual = usualLength(newestFirst.map(({ session }) => session));
  return newestFirst.map(({ session, history = [], benchmark: own }): JudgedLive => {
    const others = earlier[session.simulated === true ? 'made' : 'sold'].filter(
      ({ room }) => room !== session.room.id,
    );
    const known = ownHistory(session, [...history, ...others]);
    const { benchmark, target } =
      own !== undefined && against.versus === undefined && against.feed === undefined
        ? { benchmark: own, target: undefined }
        : referenceFor(
            { versus: against.versus ?? (against.feed ? 'feed' : 'usual'), feed: against.feed },
            session,
            known,
          );
    return {
      session,
      status: statusOf(session, usual, against.now),
      report: diagnose({
        session,
        benchmark,
        history: known,
        ...(target === undefined ? {} : { options: { target } }),
        past: pastDetailsOf(
          // Those before it alone, as in its usual figures.
          historyOf(session, known).flatMap(({ room }) =>
            room === undefined ? [] : (sessions.get(room) ?? []),
          ),
        ),
      }),
      leftOut: history.length - ownHistory(session, history).length,
    };
  });
}

const startOf = ({ room }: Session): number => room.startedAt ?? 0;

/** A LIVE as history has it; none while it runs or where it isn't known when it ran. */
function earlierLive(session: Session): readonly EarlierLive[] {
  const span = spanOf(session.room);
  if (span === undefined) return [];
  const { id, creator } = session.room;
  const currency = currencyOf(session);
  return [
    {
      room: id,
      startedAt: span.from,
      endedAt: span.to,
      figures: session.figures,
      ...(currency === undefined ? {} : { currency }),
      ...(creator === undefined ? {} : { creator }),
    },
  ];
}

function usualLength(sessions: readonly Session[]): number | undefined {
  const lengths = sessions
    .filter(({ room }) => hasEnded(room))
    .flatMap(({ room }) => lengthOf(room) ?? [])
    .toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)];
}

function statusOf(session: Session, usual: number | undefined, now: UnixMs): LiveStatus {
  const { room, figures } = session;
  const phase = phaseOf(room, now).name;
  if (phase === 'running') return 'live';
  if (isNotSelling(figures) || isStub(lengthOf(room), () => usual)) return 'left-out';
  return phase === 'final' ? 'final' : 'provisional';
}
