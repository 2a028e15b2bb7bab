import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Fault, Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { Cut } from '../../metrics/live/recording.ts';
import type { Seconds } from '../../metrics/time.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import type { Ports, Which } from '../state/ports.ts';
import { type KeptMeasures, takesParts } from './measure-deed.ts';
import type { MeasuredFrom, MeasuringReply, MeasuringStand, MeasuringSurvey } from './measuring.ts';
import type { BeginThread, MeasuringThread } from './measuring-thread.ts';
import { defaultPlan } from './sampling.ts';

/** A recording that can be measured. */
interface Measurable {
  readonly which: Which;
  readonly room: RoomId;
  readonly from: MeasuredFrom;
  /** The part that alone is to be measured; absent where all of it is. */
  readonly part?: Cut | undefined;
  readonly lasted?: Seconds | undefined;
  /** Asks where it is to be had now; absent where nobody can be asked. */
  readonly renew?: (() => Promise<Result<string | undefined>>) | undefined;
}

/** How the measuring of a recording stands. */
export interface MeasuringView {
  readonly of: Pick<Measurable, 'which' | 'room'>;
  readonly step: 'opening' | 'surveyed' | 'running' | 'paused' | 'failed';
  /** Known once it is surveyed. */
  readonly survey?: MeasuringSurvey;
  /** Known once something was measured. */
  readonly stand?: MeasuringStand;
  /** About how much time is left; known once it has run for a while. */
  readonly secondsLeft?: number;
  /** Why it can't be measured, or not on. */
  readonly trouble?: PlayTrouble;
  /** Why what was measured couldn't be kept. */
  readonly fault?: Fault;
}

export interface MeasuringStore {
  readonly kept: ReadonlySignal<KeptMeasures>;
  /** Undefined while nothing is measured. */
  readonly view: ReadonlySignal<MeasuringView | undefined>;
  /** Reads what is kept of a LIVE, and again at every change, until another one is read. */
  readonly read: (which: Which, room: RoomId) => Promise<void>;
  /** Reads that once more, such as after it failed. */
  readonly readAgain: () => Promise<void>;
  /**
   * Looks what lies ahead; what was measured before is gone on from, unless it is to be measured `anew`. Nothing is
   * opened where what was measured before isn't known, and no part that can't be added to it.
   */
  readonly open: (measurable: Measurable, anew?: boolean) => void;
  /** Begins, or goes on. */
  readonly run: () => void;
  readonly pause: () => void;
  /** Looks anew what lies ahead of what failed. */
  readonly retry: () => void;
  /** Ends it; what was measured stays. */
  readonly stop: () => void;
}

type Measured = Extract<MeasuringReply, { readonly kind: 'measured' }>;

/** Milliseconds to have run before it is said how long it takes. */
const SETTLED_MS = 2_000;
/** How long a thread that was stopped may take to tell what it came to. */
const LAST_WORD_MS = 3_000;

export function createMeasuringStore(
  ports: Pick<Ports, 'ask' | 'listen' | 'now'>,
  begin: BeginThread,
  /** Tells more of a trouble, such as why a host can't be reached. */
  explain: (trouble: PlayTrouble) => Promise<PlayTrouble>,
): MeasuringStore {
  const kept = signal<KeptMeasures>({ known: false });
  const view = signal<MeasuringView | undefined>(undefined);
  let of: { readonly which: Which; readonly room: RoomId } | undefined;
  let reads = 0;
  let thread: MeasuringThread | undefined;
  /** What was opened last. */
  let opened: Measurable | undefined;
  /** When it was heard of first since it runs, and how far it was then. */
  let pace: { readonly since: number; readonly done: number } | undefined;
  /** What is on its way into the archive. */
  let keeping: Promise<unknown> = Promise.resolve();
  /** How often everything was deleted or put back: what was measured before isn't kept after. */
  let resets = 0;

  const again = async (): Promise<void> => {
    if (of === undefined) return;
    reads += 1;
    const turn = reads;
    const reply = await ports.ask('recording.measures', { which: of.which, rooms: [of.room] });
    if (turn !== reads) return;
    const [measures] = reply.ok ? reply.value.measures : [];
    kept.value = {
      known: true,
      ...(measures === undefined ? {} : { measures }),
      ...(reply.ok ? {} : { fault: reply.fault }),
    };
  };

  const end = (): void => {
    thread?.end();
    thread = undefined;
    pace = undefined;
  };
  const halt = (): void => {
    end();
    view.value = undefined;
  };

  ports.listen((news) => {
    // Nothing of what was deleted comes back, and nothing is laid over what was restored.
    if (changesAll(news)) {
      resets += 1;
      halt();
    }
    if (changesAll(news) || (news.kind === 'measures' && news.room === of?.room)) void again();
  });

  const leftOf = ({ done, of: all }: MeasuringStand): number | undefined => {
    pace ??= { since: ports.now(), done };
    const ran = ports.now() - pace.since;
    const came = done - pace.done;
    return ran < SETTLED_MS || came <= 0 ? undefined : ((ran / came) * (all - done)) / 1000;
  };

  const keep = async (
    { which }: Measurable,
    { measures, isLast }: Measured,
    mine: MeasuringThread | undefined,
  ): Promise<void> => {
    const reply = await ports.ask('recording.keep', {
      which,
      measures: { ...measures, readAt: ports.now() },
    });
    const known = view.peek();
    if (thread !== mine || known === undefined) return;
    if (reply.ok) {
      if (!isLast) return;
      // So that what is known now stands there at once.
      await again();
      if (thread === mine) halt();
      return;
    }
    end();
    view.value = { ...known, step: 'failed', fault: reply.fault };
  };

  /** One after the other: what says more comes later. */
  const keepNext = (measurable: Measurable, measured: Measured): void => {
    const [mine, before] = [thread, resets];
    keeping = keeping.then(() =>
      resets === before ? keep(measurable, measured, mine) : undefined,
    );
  };

  const hear = (measurable: Measurable, reply: MeasuringReply): void => {
    const known = view.peek();
    if (known === undefined) {
      // It was stopped, and what it came to is told last.
      if (reply.kind === 'came') return;
      if (reply.kind === 'measured') keepNext(measurable, reply);
      end();
      return;
    }
    switch (reply.kind) {
      case 'surveyed':
        view.value = { ...known, step: 'surveyed', survey: reply.survey };
        return;
      case 'came':
      case 'measured': {
        const secondsLeft = leftOf(reply.stand);
        const { secondsLeft: _, ...rest } = known;
        view.value = {
          ...rest,
          stand: reply.stand,
          ...(secondsLeft === undefined ? {} : { secondsLeft }),
        };
        if (reply.kind === 'measured') keepNext(measurable, reply);
        return;
      }
      case 'where':
        void move(measurable);
        return;
      case 'failed':
        end();
        view.value = { ...known, step: 'failed', trouble: reply.trouble };
        void tellMore(reply.trouble);
    }
  };

  /** Finds out why a host can't be reached. */
  const tellMore = async (trouble: PlayTrouble): Promise<void> => {
    const mine = view.peek();
    const explained = await explain(trouble);
    const known = view.peek();
    if (known !== undefined && known === mine) view.value = { ...known, trouble: explained };
  };

  const move = async ({ renew }: Measurable): Promise<void> => {
    const mine = thread;
    const reply = await renew?.();
    const url = reply?.ok === true ? reply.value : undefined;
    if (thread === mine) mine?.order({ kind: 'moved', ...(url === undefined ? {} : { url }) });
  };

  const open: MeasuringStore['open'] = (measurable, anew = false) => {
    const { which, room, from, lasted, part } = measurable;
    const there = of?.room === room && of.which === which ? kept.peek() : undefined;
    if (there?.known !== true || there.fault !== undefined) return;
    const { measures } = there;
    if (part !== undefined && (from.kind === 'file' || !takesParts(measures))) return;
    opened = measurable;
    end();
    const isFirst =
      measures === undefined ||
      (part === undefined &&
        (anew ||
          measures.complete ||
          measures.source !== (from.kind === 'file' ? 'file' : 'replay')));
    const mine = begin((reply) => {
      if (thread === mine) hear(measurable, reply);
    });
    batch(() => {
      thread = mine;
      view.value = { of: { which, room }, step: 'opening' };
    });
    mine.order({
      kind: 'open',
      task: {
        room,
        from,
        plan: isFirst ? defaultPlan : measures.plan,
        at: ports.now(),
        lasted,
        part,
        ...(isFirst ? {} : { known: measures }),
      },
    });
  };

  return {
    kept,
    view,
    stop: () => {
      const known = view.peek();
      const hasBegun = known?.step === 'running' || known?.step === 'paused';
      if (!hasBegun || known.stand === undefined) {
        halt();
        return;
      }
      const mine = thread;
      mine?.order({ kind: 'pause' });
      view.value = undefined;
      // One that has nothing to tell, or waits for a host, ends too.
      setTimeout(() => {
        if (thread === mine && view.peek() === undefined) end();
      }, LAST_WORD_MS);
    },
    read: async (which, room) => {
      if (of?.which === which && of.room === room) return;
      of = { which, room };
      kept.value = { known: false };
      await again();
    },
    readAgain: again,
    open,
    retry: () => {
      if (opened !== undefined) open(opened);
    },
    run: () => {
      const known = view.peek();
      if (known === undefined) return;
      pace = undefined;
      view.value = { ...known, step: 'running' };
      thread?.order({ kind: 'run' });
    },
    pause: () => {
      const known = view.peek();
      if (known === undefined) return;
      pace = undefined;
      const { secondsLeft: _, ...rest } = known;
      view.value = { ...rest, step: 'paused' };
      thread?.order({ kind: 'pause' });
    },
  };
}
