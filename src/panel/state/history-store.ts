import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Fault, Result } from '../../metrics/fault.ts';
import { REACH_MS } from '../../metrics/live/reach.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import { toMs, type UnixMs } from '../../metrics/time.ts';
import type { HistoryOrder, HistoryProgress } from '../../platform/history.ts';
import type { Replies } from '../../platform/protocol.ts';
import { type First, firstOr } from './first-answer.ts';
import type { ListView } from './list-store.ts';
import type { Ports } from './ports.ts';

/** The reading of the seller's last three months, which the worker does. */
export interface HistoryStore {
  /** Undefined until it is known, and where it was never begun. */
  readonly progress: ReadonlySignal<HistoryProgress | undefined>;
  /** What there is to offer: LIVEs of the last three months that are listed and were never read; `unlisted` where hardly any is known yet. */
  readonly offer: ReadonlySignal<number | 'unlisted' | undefined>;
  /** Whether it was under way since the panel was opened, so that its end is news. */
  readonly seen: ReadonlySignal<boolean>;
  /** True from the seller's word until the worker took it. */
  readonly asking: ReadonlySignal<boolean>;
  /** Why the last word couldn't be followed. */
  readonly fault: ReadonlySignal<Fault | undefined>;
  readonly read: (first?: First<Replies['history.progress']>) => Promise<void>;
  /** True where it began. */
  readonly start: () => Promise<boolean>;
  readonly order: (order: HistoryOrder) => Promise<void>;
}

/** LIVEs that are listed and unread before it is worth an offer. */
const FEWEST_UNREAD = 3;
/** With fewer LIVEs known a seller hardly has a benchmark of her own, and the list was likely never read. */
const FEW_LIVES = 12;
/** After so long without news of a running one it is asked for, which wakes a worker that the browser ended. */
const SILENCE_MS = 5_000;

export function createHistoryStore(from: {
  ports: Pick<Ports, 'ask' | 'listen'>;
  list: ReadonlySignal<ListView>;
  now: ReadonlySignal<UnixMs>;
}): HistoryStore {
  const { ports } = from;
  const progress = signal<HistoryProgress | undefined>(undefined);
  const seen = signal(false);
  const known = signal(false);
  const asking = signal(false);
  const fault = signal<Fault | undefined>(undefined);
  let next: ReturnType<typeof setTimeout> | undefined;
  const show = (told: HistoryProgress | undefined): void => {
    clearTimeout(next);
    progress.value = told;
    if (told?.phase !== 'running') return;
    seen.value = true;
    next = setTimeout(() => void read(), SILENCE_MS);
  };
  const read: HistoryStore['read'] = async (first) => {
    const reply = await firstOr(first, () => ports.ask('history.progress', {}));
    if (!reply.ok) return;
    show(reply.value.progress);
    known.value = true;
  };
  const say = async (
    word: () => Promise<Result<{ readonly progress: HistoryProgress }>>,
  ): Promise<boolean> => {
    if (asking.value) return false;
    asking.value = true;
    fault.value = undefined;
    const reply = await word();
    asking.value = false;
    if (reply.ok) show(reply.value.progress);
    else fault.value = reply.fault;
    return reply.ok;
  };
  ports.listen(({ kind }) => {
    if (kind === 'history' || kind === 'forgotten') void read();
  });
  return {
    progress,
    seen,
    asking,
    fault,
    offer: computed(() => {
      // A list that isn't read yet isn't one in which hardly any LIVE is known.
      if (!known.value || !from.list.value.known) return undefined;
      const { rooms } = from.list.value;
      const listed = rooms.filter((record) => isUnread(record, from.now.value)).length;
      // What couldn't be had isn't offered again.
      const unread = listed - (progress.value?.unreadable ?? 0);
      if (unread >= FEWEST_UNREAD) return unread;
      return progress.value === undefined && rooms.length < FEW_LIVES ? 'unlisted' : undefined;
    }),
    read,
    start: () => say(() => ports.ask('history.start', {})),
    order: async (order) => {
      await say(() => ports.ask('history.order', { order }));
    },
  };
}

function isUnread({ room, fetchedAt }: ListedRoom, now: UnixMs): boolean {
  const { startedAt, status } = room;
  if (fetchedAt !== undefined || startedAt === undefined) return false;
  return status !== 'live' && now - toMs(startedAt) < REACH_MS;
}
