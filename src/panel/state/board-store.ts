import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type {
  Picture,
  Pinned,
  PinnedBase,
  PinnedId,
  PinnedPatch,
} from '../../metrics/board/pinned.ts';
import { byRank, rankAtTop, ranksAfterMove } from '../../metrics/board/ranks.ts';
import { type Fault, failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { Replies } from '../../platform/protocol.ts';
import { type Pinnable, type PinThing, pinnedIdOf, sameness } from '../board/pinnable.ts';
import { type First, firstOr } from './first-answer.ts';
import type { Ports, Which } from './ports.ts';

/** The board as it is known, what is being written included. */
interface BoardView {
  readonly pinned: readonly Pinned[];
  /** False until it was read once. */
  readonly known: boolean;
  /** Why it couldn't be read. */
  readonly fault?: Fault;
}

/** A change that could not be written and was taken back, and how to try it again. */
interface BoardTrouble {
  readonly fault: Fault;
  readonly again: () => void;
}

/** The seller's board: painted as changed at once, taken back and said where it couldn't be written. */
export interface BoardStore {
  readonly view: ReadonlySignal<BoardView>;
  readonly trouble: ReadonlySignal<BoardTrouble | undefined>;
  /** What was taken off the board since the panel opened, latest last, for as long as it can be undone. */
  readonly dropped: ReadonlySignal<readonly Pinned[]>;
  /** Reads the board of one kind, by `first` where that answers, and again at every change, until another is read. */
  readonly read: (which: Which, first?: First<Replies['pinned.list']>) => Promise<void>;
  /** The same thing on the board; undefined where it isn't pinned. */
  readonly find: (thing: PinThing) => Pinned | undefined;
  /** Puts a thing at the top; what is pinned already stays, and what was taken off comes back as it was. */
  readonly pin: (pinnable: Pinnable) => Promise<Result<Pinned>>;
  /** With what a note `began` from, it goes over no other one: `changed-meanwhile` is the field's to say. */
  readonly change: (
    id: PinnedId,
    patch: PinnedPatch,
    began?: PinnedBase,
  ) => Promise<Result<unknown>>;
  readonly drop: (id: PinnedId) => Promise<Result<unknown>>;
  /** Offers to put a thing back that another window took off this board, as it stands in this one. */
  readonly offerBack: (pinned: Pinned) => void;
  /** Puts back what was taken off last. */
  readonly undo: () => Promise<void>;
  /** Puts one thing right before or after another. */
  readonly move: (id: PinnedId, beside: PinnedId, side: 'before' | 'after') => Promise<void>;
  /** Forgets a trouble that was read, or what could be undone. */
  readonly dismiss: () => void;
}

type Edit = (pinned: readonly Pinned[]) => readonly Pinned[];

export function createBoardStore(ports: Pick<Ports, 'ask' | 'listen' | 'now'>): BoardStore {
  const stored = signal<readonly Pinned[]>([]);
  const reading = signal<{ readonly known: boolean; readonly fault?: Fault }>({ known: false });
  const edits = signal<readonly Edit[]>([]);
  const trouble = signal<BoardTrouble | undefined>(undefined);
  const dropped = signal<readonly Pinned[]>([]);
  const view = computed<BoardView>(() => ({
    pinned: edits.value.reduce((pinned, edit) => edit(pinned), stored.value).toSorted(byRank),
    ...reading.value,
  }));
  const known = computed(() => new Map(view.value.pinned.map((one) => [sameness(one), one])));
  /** What stood on this board since it is read: nothing of another, or of a deleted one, comes back to it. */
  const seen = new Set<PinnedId>();
  let kind: Which = 'shop';
  let reads = 0;
  let writes = 0;
  let following = false;
  let more = false;

  const read: BoardStore['read'] = async (which, first) => {
    if (kind !== which) {
      seen.clear();
      batch(() => {
        stored.value = [];
        reading.value = { known: false };
        dropped.value = [];
        trouble.value = undefined;
      });
    }
    kind = which;
    reads += 1;
    const turn = reads;
    const before = writes;
    const reply = await firstOr(first, () => ports.ask('pinned.list', { which }));
    if (turn !== reads) return;
    // What was written meanwhile may or may not be in the answer.
    if (before !== writes) return read(which);
    if (reply.ok) for (const { id } of reply.value.pinned) seen.add(id);
    batch(() => {
      if (reply.ok) stored.value = reply.value.pinned;
      reading.value = reply.ok ? { known: true } : { ...reading.value, fault: reply.fault };
    });
  };

  /** News come in bursts: while the board is read, all further ones mean one more reading. */
  const follow = async (): Promise<void> => {
    more = following;
    if (following) return;
    following = true;
    do {
      more = false;
      await read(kind);
    } while (more);
    following = false;
  };

  ports.listen((news) => {
    if (news.kind === 'pinned' && reads > 0) void follow();
    if (changesAll(news)) {
      seen.clear();
      dropped.value = [];
      void read(kind);
    }
  });

  /** Shows an edit at once, and takes it back with a trouble where it couldn't be written. */
  const write = async <T>(
    edit: Edit,
    send: (which: Which) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const which = kind;
    edits.value = [...edits.value, edit];
    const reply = await send(which);
    writes += 1;
    batch(() => {
      edits.value = edits.value.filter((one) => one !== edit);
      if (kind !== which) return;
      if (reply.ok) stored.value = edit(stored.value);
      trouble.value =
        reply.ok || reply.fault.code === 'changed-meanwhile'
          ? undefined
          : { fault: reply.fault, again: () => void write(edit, send) };
    });
    return reply;
  };

  const put = async (pinned: Pinned, picture?: Picture): Promise<Result<Pinned>> => {
    const edit: Edit = (all) => (all.some(({ id }) => id === pinned.id) ? all : [...all, pinned]);
    const before = dropped.value;
    dropped.value = before.filter(({ id }) => id !== pinned.id);
    const reply = await write(edit, (which) =>
      ports.ask('pinned.add', { which, pinned, ...(picture === undefined ? {} : { picture }) }),
    );
    if (reply.ok) return ok(reply.value.pinned);
    dropped.value = before;
    return reply;
  };

  const change: BoardStore['change'] = (id, patch, began) =>
    write(
      (all) => all.map((one) => (one.id === id ? { ...one, ...patch } : one)),
      async (which) => {
        const reply = await ports.ask('pinned.change', {
          which,
          id,
          patch,
          ...(began === undefined ? {} : { began }),
        });
        if (!reply.ok && reply.fault.code === 'changed-meanwhile') await follow();
        if (!reply.ok || reply.value.pinned !== undefined) return reply;
        void follow();
        return failed(fault('pinned-gone'));
      },
    );

  return {
    view,
    trouble,
    dropped,
    read,
    find: (thing) => known.value.get(sameness(thing)),
    pin: async ({ thing, picture, simulated }) => {
      const id = await pinnedIdOf(thing);
      const there = view.value.pinned.find((one) => one.id === id);
      if (there !== undefined) return ok(there);
      const taken = dropped.value.find((one) => one.id === id);
      if (taken !== undefined) return put(taken, picture);
      const pinned: Pinned = {
        ...thing,
        id,
        pinnedAt: ports.now(),
        rank: rankAtTop(view.value.pinned),
        tags: [],
        note: '',
        status: 'to-try',
        ...(simulated === true || kind === 'sample' ? { simulated: true } : {}),
      };
      return put(pinned, picture);
    },
    change,
    drop: async (id) => {
      const gone = view.value.pinned.find((one) => one.id === id);
      if (gone === undefined) return ok({});
      dropped.value = [...dropped.value, gone];
      const reply = await write(
        (all) => all.filter((one) => one.id !== id),
        (which) => ports.ask('pinned.drop', { which, id }),
      );
      if (!reply.ok) dropped.value = dropped.value.filter((one) => one.id !== id);
      return reply;
    },
    offerBack: (pinned) => {
      if (!seen.has(pinned.id)) return;
      trouble.value = undefined;
      dropped.value = [...dropped.value.filter(({ id }) => id !== pinned.id), pinned];
    },
    undo: async () => {
      const last = dropped.value.at(-1);
      if (last !== undefined) await put(last);
    },
    move: async (id, beside, side) => {
      const ranks = ranksAfterMove(view.value.pinned, id, beside, side);
      await Promise.all([...ranks].map(([one, rank]) => change(one, { rank })));
    },
    dismiss: () => {
      trouble.value = undefined;
      dropped.value = [];
    },
  };
}
