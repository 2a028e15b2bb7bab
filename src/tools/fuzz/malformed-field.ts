import { isDeepStrictEqual } from 'node:util';
import type { ReadingGap, SessionPart } from '../../metrics/session.ts';
import { placeIn, valueIn, without, withValue } from './spoilt-value.ts';
import { kindOf, type WrongKinds } from './wrong-kind.ts';

/** What is read of an answer, leaf by leaf, by what each is of. */
export type Leaves = ReadonlyMap<string, unknown>;

/** Names that tell the rows of a list apart; of others the place does. */
const marks = ['room', 'id', 'name', 'metric', 'product', 'reason', 'of', 'by', 'startedAt', 'at'];

/** What is said beside figures: where they are from, and what could not be read. */
const beside: ReadonlySet<string> = new Set(['origin', 'origins', 'gaps']);

/** What is read of LIVEs, or of anything else with rows in it, leaf by leaf. */
export function leavesOf(read: unknown): Leaves {
  const leaves = new Map<string, unknown>();
  const seen = new Map<string, number>();
  const add = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) {
      if (value === undefined) return;
      const same = seen.get(path) ?? 0;
      seen.set(path, same + 1);
      leaves.set(same === 0 ? path : `${path} ${same + 1}`, value);
    } else if (Array.isArray(value)) {
      const isPoint = value.length === 2 && value.every((one) => typeof one === 'number');
      if (isPoint) add(value[1], `${path}@${value[0]}`);
      else for (const one of value) add(one, `${path}[${markOf(one)}]`);
    } else {
      for (const [name, inner] of Object.entries(value)) {
        if (!beside.has(name)) add(inner, `${path}.${name}`);
      }
    }
  };
  add(read, '');
  return leaves;
}

function markOf(row: unknown): string {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return '';
  return marks.flatMap((name) => (name in row ? [markIn(Reflect.get(row, name))] : [])).join(' ');
}

/** A part of a LIVE is told apart by the LIVE's id. */
const markIn = (mark: unknown): string =>
  String(typeof mark === 'object' && mark !== null ? Reflect.get(mark, 'id') : mark);

const gapsOf = (parts: readonly SessionPart[]): readonly ReadingGap[] =>
  parts.flatMap(({ gaps }) => gaps ?? []);

/**
 * What follows from several fields, and so from those that are left: an interval from the steps between points, the
 * end of a pin from the events that make one, and which of a show's LIVEs each is from all of them.
 */
const worked = /\]\.(?:timeline\.interval|pins\[[^\]]*\]\.endedAt|room\.show\.parts?)$/;

/** A leaf that is another one than before, or wasn't there; undefined where none is. */
export function newIn(after: Leaves, ...before: readonly Leaves[]): string | undefined {
  for (const [name, value] of after) {
    if (!before.some((leaves) => leaves.get(name) === value))
      return `${name} is ${value} and was ${before[0]?.get(name)}`;
  }
  return undefined;
}

/** Which of a show's LIVEs each is follows from all of them, and isn't told where one can't be read. */
const ofAll = /\.room\.show\./;

/**
 * Reads an answer with a field that can't be read, and says what is wrong with that: what the field tells has to
 * be read as if it weren't there, and noted; all else stays as it was. Undefined where nothing is wrong.
 *
 * @param down where the field stands
 * @param by what stands there instead, by the kind of what stood there
 */
export function anotherNumberIn(
  data: unknown,
  down: readonly number[],
  by: WrongKinds,
  read: (data: unknown) => readonly SessionPart[],
): string | undefined {
  const path = placeIn(data, down);
  const kind = kindOf(valueIn(data, path));
  if (path.length === 0 || kind === undefined) return undefined;
  const [before, absent, after] = [data, without(data, path), withValue(data, path, by[kind])].map(
    read,
  );
  if (before === undefined || absent === undefined || after === undefined) return undefined;
  const said = differenceOf({ before, absent, after });
  return said && `${path.join('.')} as ${JSON.stringify(by[kind])?.slice(0, 60)}: ${said}`;
}

interface Readings {
  readonly before: readonly SessionPart[];
  readonly absent: readonly SessionPart[];
  readonly after: readonly SessionPart[];
}

function differenceOf(readings: Readings): string | undefined {
  const before = leavesOf(readings.before);
  const absent = leavesOf(readings.absent);
  const after = leavesOf(readings.after);
  const news = newIn(after, before, absent);
  if (news !== undefined) return news;
  for (const [name, value] of absent) {
    const was = before.get(name);
    if (was !== undefined && was !== value && !worked.test(name))
      return `without the field ${name} is ${value} and was ${was}`;
    if (!after.has(name) && !ofAll.test(name)) return `${name} is lost`;
  }
  const isSame = isDeepStrictEqual(before, after);
  const isTold = gapsOf(readings.after).some(
    (gap) => !gapsOf(readings.before).some((known) => isDeepStrictEqual(known, gap)),
  );
  // A row that can't be told whose it is has no part that could say so.
  const isRow = readings.after.length < readings.before.length;
  return isSame || isTold || isRow ? undefined : 'nobody is told';
}
