import { type ReadonlySignal, signal } from '@preact/signals';
import type { Picture } from '../../metrics/board/pinned.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { Ports, Which } from './ports.ts';

/** The kept pictures of LIVEs with something on the board, read as they come into view. */
export interface PictureStore {
  readonly pictures: ReadonlySignal<ReadonlyMap<RoomId, Picture>>;
  /** Asks for pictures; those of one turn go in one question, and a room is asked for once. */
  readonly show: (which: Which, room: RoomId) => void;
}

/** Pictures asked for in one message, which the worker holds in memory together. */
const AT_ONCE = 24;

export function createPictureStore(ports: Pick<Ports, 'ask' | 'listen'>): PictureStore {
  const pictures = signal<ReadonlyMap<RoomId, Picture>>(new Map());
  const asked = new Set<RoomId>();
  let wanted: RoomId[] = [];
  let kind: Which = 'shop';

  const clear = (): void => {
    asked.clear();
    wanted = [];
    pictures.value = new Map();
  };

  const readSome = async (which: Which, rooms: RoomId[]): Promise<void> => {
    const reply = await ports.ask('pinned.pictures', { which, rooms });
    if (kind !== which) return;
    if (!reply.ok) {
      for (const room of rooms) asked.delete(room);
      return;
    }
    const found = rooms.flatMap((room) => {
      const picture = reply.value.pictures[room];
      return picture === undefined ? [] : [[room, picture] as const];
    });
    if (found.length > 0) pictures.value = new Map([...pictures.value, ...found]);
  };

  const readWanted = (): void => {
    const rooms = wanted;
    wanted = [];
    for (let place = 0; place < rooms.length; place += AT_ONCE) {
      void readSome(kind, rooms.slice(place, place + AT_ONCE));
    }
  };

  const show = (which: Which, room: RoomId): void => {
    if (which !== kind) clear();
    kind = which;
    if (asked.has(room)) return;
    asked.add(room);
    wanted.push(room);
    if (wanted.length === 1) queueMicrotask(readWanted);
  };

  ports.listen((news) => {
    if (news.kind === 'picture' && asked.delete(news.room)) show(kind, news.room);
    if (changesAll(news)) clear();
  });

  return { pictures, show };
}
