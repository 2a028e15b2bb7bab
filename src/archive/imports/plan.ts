import { withFiles } from '../../metrics/better-source.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { ImportedLive, ImportPreview } from '../../metrics/imports.ts';
import { type Matching, matchLives } from '../../metrics/live/match-lives.ts';
import type { LiveFacts } from '../../metrics/live/same-live.ts';
import type { Session } from '../../metrics/session.ts';
import { sameFigures } from '../figures.ts';
import { type Filed, filedSessions, rowsUnder } from './filed.ts';

/** What is kept of a LIVE before an import: what was answered of it, and what files said. */
export interface KnownRoom {
  readonly own: Session | undefined;
  readonly filed: readonly Filed[];
}

/** What an import makes of one LIVE. */
export interface PlannedRoom {
  readonly room: RoomId;
  readonly rows: Filed['rows'];
  readonly state: 'new' | 'updated' | 'same';
  /** The LIVE as it is then, before anything is worked out. */
  readonly session: Session;
}

export interface ImportPlan {
  /** In the order of the rows. */
  readonly lives: readonly ImportPreview[];
  readonly rooms: readonly PlannedRoom[];
}

/** Where each row belongs. A row of another sheet or layout may be the same LIVE; one of the same isn't. */
export function matchRows(known: readonly LiveFacts[], rows: readonly ImportedLive[]): Matching {
  return matchLives(
    known,
    rows.map(({ file, sheet, nameless, session }) => ({
      source: JSON.stringify([file, sheet, session.origins.figures?.endpoint]),
      nameless,
      facts: {
        id: session.room.id,
        room: session.room,
        figures: session.figures,
        currency: session.currency,
      },
    })),
  );
}

/**
 * What becomes of the rows of an import and of the LIVEs that they belong to.
 *
 * @param known the LIVEs among them that are known, those that are joined under their real ids
 */
export function planImport(
  rows: readonly ImportedLive[],
  { lives, joined }: Matching,
  known: ReadonlyMap<RoomId, KnownRoom>,
): ImportPlan {
  const previews: ImportPreview[] = [];
  const planned = new Map<RoomId, PlannedRoom>();
  const named = new Set(joined.values());
  for (const [place, row] of rows.entries()) {
    const { room, matched } = lives[place] ?? { room: row.session.room.id, matched: false };
    const earlier = planned.get(room);
    const next = withRow(room, row, { earlier, known: known.get(room), named: named.has(room) });
    planned.set(room, next.planned);
    const { file, sheet } = row;
    previews.push({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      row: row.row,
      room,
      matched,
      state: next.says,
    });
  }
  return { lives: previews, rooms: [...planned.values()] };
}

interface Before {
  /** What earlier rows make of the LIVE. */
  readonly earlier: PlannedRoom | undefined;
  readonly known: KnownRoom | undefined;
  /** Whether it was known by a stand-in, and is named now. */
  readonly named: boolean;
}

function withRow(
  room: RoomId,
  row: ImportedLive,
  { earlier, known, named }: Before,
): { readonly planned: PlannedRoom; readonly says: ImportPreview['state'] } {
  const rows = [...(earlier?.rows ?? []), ...rowsUnder(room, [row])];
  const filed = filedSessions(known?.filed ?? []);
  const before = earlier?.session ?? (known && withFiles(room, known.own, filed));
  const session = withFiles(room, known?.own, [...filed, ...filedSessions([{ rows }])]);
  const isSame =
    before !== undefined && saysTheSame(before, session) && (earlier !== undefined || !named);
  const state = earlier?.state ?? (before === undefined ? 'new' : 'same');
  return {
    planned: { room, rows, session, state: state === 'same' && !isSame ? 'updated' : state },
    says: before === undefined ? 'new' : !isSame ? 'updated' : earlier ? 'twice' : 'same',
  };
}

/** Whether a LIVE says the same, whenever and by whom it was read. */
function saysTheSame(one: Session, other: Session): boolean {
  return (
    sameFigures(one.figures, other.figures) &&
    one.currency === other.currency &&
    textOf(one.room) === textOf(other.room) &&
    partsText(one) === partsText(other)
  );
}

/** What a LIVE says beside its room and its figures: no row of an export has any of it, a saved LIVE does. */
const partsText = ({
  comparisons,
  timeline,
  products,
  productsSold,
  ...session
}: Session): string =>
  JSON.stringify([
    ...[comparisons, timeline, products, productsSold],
    ...[session.sources, session.pins, session.violations, session.audience],
  ]);

const textOf = (room: object): string =>
  JSON.stringify(Object.entries(room).toSorted(([one], [other]) => (one < other ? -1 : 1)));
