import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { RecordingJudgeOf } from '../../diagnosis/factor.ts';
import type { RecordingsMeasured } from '../../diagnosis/recording/measured-live.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { spanOf } from '../../metrics/live/length.ts';
import type { OwnLives } from '../../metrics/live/own.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { ListView } from './list-store.ts';
import type { Ports, Which } from './ports.ts';
import type { RoomView } from './room-store.ts';

/** Earlier LIVEs whose recordings are held beside that of the LIVE in view: enough for what is usual. */
const PAST_RECORDINGS = 20;

/** Simulated ones are made on the spot, each in some hundredths of a second: as many as what is usual takes, and one more. */
const PAST_SIMULATED = 6;

/** What was measured of recordings. */
export interface RecordingsStore {
  /**
   * Of the recording of the LIVE in view, and of earlier own LIVEs; undefined where nothing was of its own, or until
   * both are read.
   */
  readonly measured: ReadonlySignal<RecordingsMeasured | undefined>;
  /** What judges a LIVE by them; undefined where they are. */
  readonly judge: ReadonlySignal<RecordingJudgeOf | undefined>;
  /** Whether they are just being made for a LIVE of the sample shop, so soon that its verdict waits for them. */
  readonly simulating: ReadonlySignal<boolean>;
}

interface Judged {
  readonly measured: RecordingsMeasured;
  readonly judge: RecordingJudgeOf;
}

/** Reads once the list of LIVEs is known, and again when more is measured. */
export function createRecordingsStore(from: {
  ports: Pick<Ports, 'ask' | 'listen'>;
  room: ReadonlySignal<RoomView>;
  list: ReadonlySignal<ListView>;
  own: ReadonlySignal<OwnLives<ListedRoom>>;
  which: () => Which;
}): RecordingsStore {
  /** The LIVE of which it is known what was measured. */
  const answered = signal<RoomId | undefined>(undefined);
  const known = signal<Judged | undefined>(undefined);
  const news = signal(0);
  const wanted = computed(() =>
    from.list.value.known ? roomsOf(from.room.value, from.own.value) : [],
  );
  // By its text, so that news of other rooms don't lead to another reading.
  const about = computed(() => wanted.value.join(' '));

  const read = async (
    which: Which,
    rooms: readonly RoomId[],
  ): Promise<readonly RecordingMeasures[]> => {
    if (which === 'sample') return simulatedOf(rooms, from.room.peek(), from.own.peek());
    const reply = await from.ports.ask('recording.measures', { which, rooms: [...rooms] });
    return reply.ok ? reply.value.measures : [];
  };
  const readAll = async (
    which: Which,
    room: RoomId,
    past: readonly RoomId[],
  ): Promise<Judged | undefined> => {
    const [own] = await read(which, [room]);
    if (own === undefined) return undefined;
    const some = which === 'sample' ? past.slice(0, PAST_SIMULATED) : past;
    const [{ recordingJudgeOf }, others] = await Promise.all([
      import('../../diagnosis/recording/recording-judge.ts'),
      some.length === 0 ? [] : read(which, some),
    ]);
    const measured = { own, past: others };
    return { measured, judge: recordingJudgeOf(measured) };
  };

  let turns = 0;
  effect(() => {
    void about.value;
    void news.value;
    turns += 1;
    const turn = turns;
    const [room, ...past] = untracked(() => wanted.value);
    if (room === undefined) return;
    const tell = (judged?: Judged): void => {
      if (turn !== turns) return;
      batch(() => {
        known.value = judged;
        answered.value = room;
      });
    };
    // Where the code that simulates or judges can't be loaded, the LIVE is one that nothing was measured of.
    void readAll(untracked(from.which), room, past).then(tell, () => tell());
  });

  from.ports.listen((one) => {
    const isWanted = one.kind === 'measures' && wanted.peek().includes(one.room);
    if (changesAll(one) || isWanted) news.value += 1;
  });

  const inView = computed(() => from.room.value.session?.room.id);
  const ofView = computed(() =>
    known.value?.measured.own.room === inView.value ? known.value : undefined,
  );
  return {
    measured: computed(() => ofView.value?.measured),
    judge: computed(() => ofView.value?.judge),
    simulating: computed(() => from.which() === 'sample' && answered.value !== inView.value),
  };
}

/** By LIVE; those of a running LIVE aren't asked for, and others don't change. */
const simulated = new Map<RoomId, RecordingMeasures>();

/** Of the sample shop nothing is measured: its measures are simulated like all else, made when they are looked at. */
async function simulatedOf(
  rooms: readonly RoomId[],
  { session }: RoomView,
  { own }: OwnLives<ListedRoom>,
): Promise<readonly RecordingMeasures[]> {
  const { sampleMeasures } = await import('../../sources/sample/measures.ts');
  const known = [...(session === undefined ? [] : [session.room]), ...own.map(({ room }) => room)];
  return rooms.flatMap((id) => {
    const room = known.find((one) => one.id === id);
    const span = room && spanOf(room);
    if (span === undefined) return [];
    const made = simulated.get(id) ?? sampleMeasures(id, span);
    simulated.set(id, made);
    return [made];
  });
}

/** The LIVE in view, and the own ones before it, the latest first. */
function roomsOf({ session }: RoomView, { own }: OwnLives<ListedRoom>): readonly RoomId[] {
  if (session === undefined) return [];
  const start = spanOf(session.room)?.from;
  const before = own.filter(({ room }) => start !== undefined && (room.startedAt ?? start) < start);
  return [session.room.id, ...before.slice(0, PAST_RECORDINGS).map(({ id }) => id)];
}
