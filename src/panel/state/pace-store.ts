import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Archive } from '../../archive/types.ts';
import type { PastTimeline } from '../../diagnosis/pace/curve.ts';
import type { Pace } from '../../diagnosis/pace/pace.ts';
import { PACE_LIVES, pastTimelineOf } from '../../diagnosis/past-details.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { isRunning, spanOf } from '../../metrics/live/length.ts';
import type { OwnLives } from '../../metrics/live/own.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import { seconds, type UnixMs } from '../../metrics/time.ts';
import type { Engine } from './engine.ts';
import type { Ports, Which } from './ports.ts';
import { readArchive } from './read-archive.ts';
import type { RoomView } from './room-store.ts';

/** The pace of the LIVE in view while it runs, against own LIVEs at the same elapsed time; undefined for any other. */
export function createPaceStore(from: {
  ports: Pick<Ports, 'archive'>;
  engine: ReadonlySignal<Engine | undefined>;
  room: ReadonlySignal<RoomView>;
  own: ReadonlySignal<OwnLives<ListedRoom>>;
  now: ReadonlySignal<UnixMs>;
  /** Where the reading of earlier LIVEs stands: what it read counts once it is done or held up. */
  reading: ReadonlySignal<string | undefined>;
  which: () => Which;
}): ReadonlySignal<Pace | undefined> {
  const past = signal<readonly PastTimeline[] | undefined>(undefined);
  const running = computed(() => {
    const { session, record } = from.room.value;
    if (session === undefined) return undefined;
    return isRunning(session.room, from.now.value, record?.fetchedAt) ? session : undefined;
  });
  // As one word, so that news of other rooms don't lead to another reading.
  const wanted = computed(() =>
    running.value === undefined
      ? ''
      : [from.which(), from.reading.value, ...earlier(from.own.value)].join(' '),
  );
  let turns = 0;
  effect(() => {
    turns += 1;
    const turn = turns;
    past.value = undefined;
    if (wanted.value === '') return;
    const [which, ids] = untracked(() => [from.which(), earlier(from.own.value)]);
    void readArchive(from.ports, which, (archive) => timelinesOf(archive, ids)).then((read) => {
      if (turn === turns) past.value = read.ok ? read.value : [];
    });
  });
  return computed(() => {
    const session = running.value;
    const startedAt = session?.room.startedAt;
    const engine = from.engine.value;
    if (session === undefined || startedAt === undefined) return undefined;
    if (past.value === undefined || engine === undefined) return undefined;
    const elapsed = seconds(Math.max(0, Math.floor(from.now.value / 1000) - startedAt));
    return engine.paceIn(session, { timelines: past.value, elapsed });
  });
}

function earlier({ own }: OwnLives<ListedRoom>): readonly RoomId[] {
  return own
    .filter(({ room }) => spanOf(room) !== undefined)
    .slice(0, PACE_LIVES)
    .map(({ id }) => id);
}

async function timelinesOf(
  archive: Pick<Archive, 'session'>,
  ids: readonly RoomId[],
): Promise<readonly PastTimeline[]> {
  const sessions = await Promise.all(ids.map((id) => archive.session(id)));
  return sessions.flatMap((session) =>
    session === undefined ? [] : (pastTimelineOf(session) ?? []),
  );
}
