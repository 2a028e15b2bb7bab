import * as v from 'valibot';
import type { MetricId } from '../../metrics/catalogue.ts';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { numberOf } from '../../metrics/figure.ts';
import { unixMs } from '../../metrics/time.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { readExport } from '../../sources/exports/read-export.ts';
import type { MadeExport } from './made-export.ts';

/** What became of the figures of a file. */
export interface Judgement {
  readonly equal: number;
  /** Left out with a reason that the seller can read. */
  readonly said: number;
  /** Wrong or missing without a word: there must be none. */
  readonly silent: readonly string[];
}

/** A clock that stood after every made LIVE. */
const AT = unixMs(Date.UTC(2027, 0, 15));

/**
 * Reads a file that a program wrote of a made export, and compares figure by figure.
 */
export async function judgeExport(made: MadeExport, bytes: Uint8Array): Promise<Judgement> {
  const region = v.parse(RegionSchema, made.region);
  const all = [...made.lives.values()].reduce(
    (sum, live) => sum + Object.keys(live.figures).length + 2,
    0,
  );
  const file = await readExport(bytes, { owner: 'shop', at: AT, region, dayOrder: 'day-first' });
  if (!file.ok) return { equal: 0, said: all, silent: [] };
  const silent: string[] = [];
  let [equal, said] = [0, 0];
  const unsaid = new Map(file.unreadCells.map(({ head, rows }) => [head, new Set(rows)]));
  const isSaid = (row: number, id: string): boolean => {
    const head = made.heads.get(id) ?? '';
    return unsaid.get(head)?.has(row) === true || file.undecided.includes(head);
  };
  const rows = new Map(file.rows.map((row) => [row.row, row]));
  for (const [row, live] of made.lives) {
    const read = rows.get(row);
    const figures = Object.entries(live.figures);
    if (read === undefined) {
      silent.push(`row ${row} is gone`);
      continue;
    }
    if ('problem' in read) {
      said += figures.length + 2;
      continue;
    }
    const { room } = read.session;
    const { startedAt, zone, duration } = room;
    const clock =
      startedAt === undefined || zone === undefined
        ? undefined
        : startedAt + zoneAt(unixMs(startedAt * 1000), zone).offset;
    if (clock === live.clock) equal += 1;
    else silent.push(`row ${row}: start ${String(clock)} for ${live.clock}`);
    if (duration === live.length) equal += 1;
    else if (duration === undefined && isSaid(row, 'length')) said += 1;
    else silent.push(`row ${row}: length ${String(duration)} for ${live.length}`);
    for (const [id, wanted] of figures) {
      const value = numberOf(read.session.figures, metricId(id));
      if (value === undefined) {
        if (isSaid(row, id)) said += 1;
        else silent.push(`row ${row}: ${id} is missing, ${wanted} wanted`);
      } else if (Math.abs(value - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted))) equal += 1;
      else silent.push(`row ${row}: ${id} ${value} for ${wanted}`);
    }
  }
  return { equal, said, silent };
}

const metricId = (id: string): MetricId =>
  v.parse(
    v.custom<MetricId>((given) => typeof given === 'string'),
    id,
  );
