import * as v from 'valibot';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { ImportedLiveSchema } from '../../metrics/imports.ts';
import { unixMs } from '../../metrics/time.ts';
import { readExport } from '../../sources/exports/read-export.ts';
import { randomOf } from '../../sources/sample/random.ts';
import { askedOf } from '../command-line.ts';
import { madeExports } from '../roundtrip/made-export.ts';
import { mutated } from './mutate.ts';

/**
 * The command behind `npm run fuzz`: made exports are spoilt and read. Reading must end, never throw, and
 * hand on nothing that the archive would not take; a reader can't write by itself, since nothing of
 * `sources/` may import the archive.
 */
const HELP = `npm run fuzz [-- --files 10000] [--seed 1] [--from 0]
Made export files are spoilt and read: reading must end, never throw, and hand on nothing that the archive would
not take. --from repeats from one of them on.`;

const { values } = askedOf(HELP, {
  options: {
    files: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [files, from] = [Number(values.files), Number(values.from)];
/** Longer than any file of this size may take, also on a busy machine. */
const LONGEST_MS = 5_000;
const NOW = unixMs(Date.parse('2026-12-01T00:00:00Z'));

const tables = madeExports(60, Number(values.seed)).map(({ region, rows }) => ({
  region,
  cells: rows.map((row) =>
    row.map((cell) =>
      cell === null
        ? undefined
        : 'text' in cell
          ? cell.text
          : 'number' in cell
            ? cell.number
            : cell.clock.replace('T', ' '),
    ),
  ),
}));

const counts = new Map<string, { read: number; refused: number; lives: number }>();
const failures: string[] = [];
let longest = 0;
for (let number = from; number < from + files; number += 1) {
  const random = randomOf('fuzz', values.seed, number);
  const table = tables[number % tables.length];
  if (table === undefined) break;
  const { way, file } = mutated(table.cells, random);
  const count = counts.get(way) ?? { read: 0, refused: 0, lives: 0 };
  counts.set(way, count);
  const began = performance.now();
  const problem = await problemOf(file, table.region, count);
  const took = performance.now() - began;
  longest = Math.max(longest, took);
  if (problem !== undefined) failures.push(`${number} (${way}): ${problem}`);
  if (took > LONGEST_MS) failures.push(`${number} (${way}): took ${Math.round(took)} ms`);
  if ((number + 1 - from) % 1_000 === 0) console.log(`${number + 1 - from} of ${files}`);
}
for (const [way, { read, refused, lives }] of counts) {
  console.log(`${way}: ${read} read (${lives} LIVEs), ${refused} refused with a reason`);
}
console.log(`longest ${Math.round(longest)} ms, ${failures.length} failures`);
for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** What is wrong with how a file was read; undefined where it is as it should be. */
async function problemOf(
  file: Uint8Array,
  region: string,
  count: { read: number; refused: number; lives: number },
): Promise<string | undefined> {
  try {
    const answer = await readExport(file, {
      region: v.parse(RegionSchema, region),
      owner: 'fuzz',
      at: NOW,
    });
    if (!answer.ok) {
      count.refused += 1;
      return undefined;
    }
    count.read += 1;
    for (const row of answer.rows) {
      if ('problem' in row) continue;
      count.lives += 1;
      const read = v.safeParse(ImportedLiveSchema, { file: 'fuzz', ...row });
      if (!read.success) return v.summarize(read.issues);
    }
    return undefined;
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
