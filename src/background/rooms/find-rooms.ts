import type { Which } from '../../archive/names.ts';
import { hearNews } from '../../archive/news.ts';
import type { Archive } from '../../archive/types.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { createFinder, type Finder, type FoundLives } from '../../metrics/live/find-lives.ts';
import { archiveOf } from '../archives.ts';

/** LIVEs of one answer. */
const MOST_FOUND = 20;

/** What is looked in of one archive, and what of it has to be read again before that. */
interface Looking {
  readonly finder: Finder;
  /** LIVEs that changed since they were read. */
  readonly rooms: Set<RoomId>;
  hosts: boolean;
  notes: boolean;
  /** Every reading after the one before. */
  reading: Promise<unknown>;
}

const looking = new Map<Which, Looking>();

// News don't say of which archive they are: what isn't in the other one costs a look.
hearNews((news) => {
  if (news.kind === 'forgotten' || news.kind === 'restored') looking.clear();
  for (const known of looking.values()) {
    if (news.kind === 'room') known.rooms.add(news.room);
    if (news.kind === 'rooms') for (const room of news.rooms) known.rooms.add(room);
    if (news.kind === 'settings') known.hosts = true;
    if (news.kind === 'notes') known.notes = true;
  }
});

/**
 * The LIVEs of an archive in whose texts all words occur. The texts of all LIVEs stay in memory while the
 * worker runs; only what changed is read again.
 */
export async function findRooms(which: Which, typed: string): Promise<FoundLives> {
  const archive = await archiveOf(which);
  let known = looking.get(which);
  if (known === undefined) {
    known = {
      finder: createFinder(),
      rooms: new Set(),
      hosts: true,
      notes: true,
      reading: Promise.resolve(),
    };
    looking.set(which, known);
    known.reading = readAll(archive, known.finder);
  }
  const { finder, reading } = known;
  const here = known;
  const read = reading.then(() => readChanged(archive, here));
  known.reading = read;
  try {
    await read;
  } catch (error) {
    if (looking.get(which) === known) looking.delete(which);
    throw error;
  }
  return finder.find(typed, MOST_FOUND);
}

async function readAll(archive: Archive, finder: Finder): Promise<void> {
  for (const live of await archive.findable()) finder.put(live);
}

async function readChanged(archive: Archive, known: Looking): Promise<void> {
  const { finder } = known;
  const rooms = [...known.rooms];
  const { hosts, notes } = known;
  known.rooms.clear();
  known.hosts = false;
  known.notes = false;
  if (rooms.length > 0) {
    for (const room of rooms) finder.drop(room);
    for (const live of await archive.findable(rooms)) finder.put(live);
  }
  if (hosts) {
    const settings = await archive.settings();
    const named = Object.entries(settings.hosts).map(
      ([room, segments]) => [room, [...new Set(segments.map(({ name }) => name))]] as const,
    );
    finder.putBeside('host', new Map(named));
  }
  if (notes) {
    const written = new Map<string, string[]>();
    for (const { room, words } of await archive.notes()) {
      written.set(room, [...(written.get(room) ?? []), words]);
    }
    finder.putBeside('note', written);
  }
}
