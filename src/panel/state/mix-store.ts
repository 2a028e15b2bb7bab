import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Archive } from '../../archive/types.ts';
import type { PastSources } from '../../diagnosis/course/mix.ts';
import { MIX_LIVES, pastSourcesOf } from '../../diagnosis/past-details.ts';
import type { Report } from '../../diagnosis/report.ts';
import type { TimelineReport } from '../../diagnosis/timeline-report.ts';
import type { Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { Engine } from './engine.ts';
import type { Ports, Which } from './ports.ts';
import { readArchive } from './read-archive.ts';
import type { RoomView } from './room-store.ts';

/** GMV per hour of the LIVE in view against the usual, which the details of earlier LIVEs tell. */
export interface MixStore {
  /** `reading` until those were asked for and read; `failed` where the archive can't be read. */
  readonly mix: ReadonlySignal<TimelineReport['mix'] | 'reading' | 'failed'>;
  /** Reads the details for the LIVE in view, and again when other LIVEs count, until another is in view. */
  readonly read: () => void;
}

interface Read {
  readonly room: RoomId;
  readonly past: Result<readonly PastSources[]>;
}

export function createMixStore(from: {
  ports: Pick<Ports, 'archive'>;
  engine: ReadonlySignal<Engine | undefined>;
  room: ReadonlySignal<RoomView>;
  report: ReadonlySignal<Report | undefined>;
  which: () => Which;
}): MixStore {
  const asked = signal<RoomId | undefined>(undefined);
  const known = signal<Read | undefined>(undefined);
  const wanted = computed(() => {
    const report = from.report.value;
    return report === undefined || report.room !== asked.value
      ? undefined
      : { which: from.which(), room: report.room, rooms: earlierRooms(report) };
  });
  // By its text, so that a new report on the same LIVEs doesn't lead to another reading.
  const about = computed(() => JSON.stringify(wanted.value));
  let turns = 0;
  effect(() => {
    void about.value;
    turns += 1;
    const turn = turns;
    const want = untracked(() => wanted.value);
    if (want === undefined) return;
    const { which, room, rooms } = want;
    void readArchive(from.ports, which, (archive) => sourcesOf(archive, rooms)).then((past) => {
      if (turn === turns) known.value = { room, past };
    });
  });
  return {
    mix: computed(() => {
      const { session } = from.room.value;
      const read = known.value;
      const engine = from.engine.value;
      if (session === undefined || session.room.id !== read?.room) return 'reading';
      if (engine === undefined) return 'reading';
      return read.past.ok ? engine.mixesOf(session, read.past.value) : 'failed';
    }),
    read: () => {
      asked.value = from.report.peek()?.room;
    },
  };
}

/** The rooms that are to be read; TikTok's own comparison names none. */
function earlierRooms({ history }: Report): readonly RoomId[] {
  return history.flatMap(({ room }) => room ?? []).slice(0, MIX_LIVES);
}

async function sourcesOf(
  archive: Pick<Archive, 'session'>,
  rooms: readonly RoomId[],
): Promise<readonly PastSources[]> {
  const sessions = await Promise.all(rooms.map((room) => archive.session(room)));
  return sessions.flatMap((session) => (session && pastSourcesOf(session)) ?? []);
}
