import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { type Fault, failed, fault, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { type LiveNote, type NoteId, NoteIdSchema } from '../../metrics/note.ts';
import type { Seconds } from '../../metrics/time.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { Ports, Which } from '../state/ports.ts';
import { momentOf } from './moment.ts';

/** The notes on the LIVE in view. */
interface NotesView {
  readonly notes: readonly LiveNote[];
  /** False until they were read once. */
  readonly known: boolean;
  /** Why they couldn't be read. */
  readonly fault?: Fault;
}

/** A note that is being written; it stays while the seller looks at other things, and with its LIVE. */
interface NoteDraft {
  readonly words: string;
  /** The moment as it is typed; empty for the whole LIVE. */
  readonly at: string;
  /** Where its field stands. */
  readonly where: NotePlace;
}

/** Where a note can be begun. */
export type NotePlace = 'list' | 'timeline';

type Drafts = ReadonlyMap<RoomId, NoteDraft>;

export interface NoteStore {
  readonly view: ReadonlySignal<NotesView>;
  /** What is being written, by LIVE of the shop or of the sample shop, whichever is read. */
  readonly drafts: ReadonlySignal<Drafts>;
  /** What was removed last, for as long as it can be put back. */
  readonly dropped: ReadonlySignal<LiveNote | undefined>;
  /** Reads the notes of a LIVE, and again at every change, until another one is read. */
  readonly read: (which: Which, room: RoomId) => Promise<void>;
  /** Reads once more what couldn't be read. */
  readonly retry: () => Promise<void>;
  /** Begins a note, or goes on with the one that was begun, at another moment where one is given. */
  readonly begin: (room: RoomId, where: NotePlace, at?: string) => void;
  readonly write: (room: RoomId, draft: Partial<NoteDraft>) => void;
  readonly cancel: (room: RoomId) => void;
  /** Keeps what was written as a note on a moment, or on the whole LIVE. */
  readonly keep: (room: RoomId, words: string, at: Seconds | undefined) => Promise<Result<unknown>>;
  /** Keeps all that is being written; of one whose moment can't be read as a note on the whole LIVE. */
  readonly leave: () => void;
  /** Fault `note-gone` where another window removed it; then it can be put back with these words. */
  readonly change: (id: NoteId, words: string, began: string) => Promise<Result<unknown>>;
  readonly drop: (id: NoteId) => Promise<Result<unknown>>;
  /** Puts back what was removed last. */
  readonly undo: () => Promise<Result<unknown>>;
  readonly dismiss: () => void;
}

export function createNoteStore(ports: Pick<Ports, 'ask' | 'listen' | 'now'>): NoteStore {
  const view = signal<NotesView>({ notes: [], known: false });
  const which = signal<Which>('shop');
  const written = signal<ReadonlyMap<Which, Drafts>>(new Map());
  const drafts = computed((): Drafts => written.value.get(which.value) ?? new Map());
  /** Words on their way to the archive, by the note that they change. */
  const underway = new Map<NoteId, string>();
  const dropped = signal<LiveNote | undefined>(undefined);
  let of: { readonly which: Which; readonly room: RoomId } | undefined;
  let reads = 0;

  const again = async (): Promise<void> => {
    if (of === undefined) return;
    reads += 1;
    const turn = reads;
    const reply = await ports.ask('note.list', of);
    if (turn !== reads) return;
    view.value = reply.ok
      ? { notes: reply.value.notes, known: true }
      : { ...view.value, fault: reply.fault };
  };

  ports.listen((news) => {
    if (changesAll(news)) {
      batch(() => {
        dropped.value = undefined;
        // What is being written is in no copy yet, and none goes over it.
        if (news.kind === 'forgotten') written.value = new Map();
      });
    }
    if (changesAll(news) || news.kind === 'notes') void again();
  });

  const setDrafts = (next: Drafts): void => {
    written.value = new Map(written.value).set(which.value, next);
  };
  const write: NoteStore['write'] = (room, draft) => {
    const known = drafts.value.get(room) ?? { words: '', at: '', where: 'list' };
    setDrafts(new Map(drafts.value).set(room, { ...known, ...draft }));
  };
  const noteOf = (room: RoomId, words: string, at: Seconds | undefined): LiveNote => ({
    id: v.parse(NoteIdSchema, crypto.randomUUID()),
    room,
    ...(at === undefined ? {} : { at }),
    words: words.trim(),
    writtenAt: ports.now(),
    changedAt: ports.now(),
  });
  const put = async (note: LiveNote, to = which.value): Promise<Result<unknown>> => {
    const reply = await ports.ask('note.keep', { which: to, note });
    if (reply.ok) await again();
    return reply;
  };

  return {
    view,
    drafts,
    dropped,
    read: async (whose, room) => {
      if (of?.which === whose && of.room === room) return;
      of = { which: whose, room };
      batch(() => {
        which.value = whose;
        view.value = { notes: [], known: false };
        dropped.value = undefined;
      });
      await again();
    },
    retry: again,
    begin: (room, where, at) => write(room, { where, ...(at === undefined ? {} : { at }) }),
    write,
    cancel: (room) => {
      const rest = new Map(drafts.value);
      rest.delete(room);
      setDrafts(rest);
    },
    keep: (room, words, at) => put(noteOf(room, words, at)),
    leave: () => {
      for (const [whose, some] of written.value) {
        for (const [room, { words, at }] of some) {
          const moment = momentOf(at, undefined);
          if (words.trim() === '') continue;
          void put(noteOf(room, words, typeof moment === 'string' ? undefined : moment), whose);
        }
      }
      written.value = new Map();
    },
    change: async (id, words, began) => {
      const known = [...view.value.notes, dropped.value].find((note) => note?.id === id);
      underway.set(id, words);
      const reply = await ports.ask('note.change', { which: which.value, id, words, began });
      if (reply.ok || reply.fault.code === 'changed-meanwhile') await again();
      if (underway.get(id) === words) underway.delete(id);
      if (!reply.ok || reply.value.note !== undefined) return reply;
      if (known !== undefined) dropped.value = { ...known, words };
      return failed(fault('note-gone'));
    },
    drop: async (id) => {
      const known = view.value.notes.find((note) => note.id === id);
      const words = underway.get(id) ?? known?.words;
      const reply = await ports.ask('note.drop', { which: which.value, id });
      if (!reply.ok) return reply;
      dropped.value = known === undefined || words === undefined ? undefined : { ...known, words };
      await again();
      return reply;
    },
    undo: async () => {
      const last = dropped.value;
      if (last === undefined) return failed(fault('note-gone'));
      const reply = await put(last);
      if (reply.ok) dropped.value = undefined;
      return reply;
    },
    dismiss: () => {
      dropped.value = undefined;
    },
  };
}
