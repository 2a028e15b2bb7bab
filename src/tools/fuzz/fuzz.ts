import { askedOf } from '../command-line.ts';
import { tryArchive } from './archive-commands.ts';
import { fuzzAll } from './fuzz-all.ts';
import { fuzzedReaders } from './readers.ts';

const HELP = `npm run fuzz [-- --inputs 100000] [--rows 200] [--seed N] [--only NAME]
Tries every reader and parser with inputs that are made and spoilt: none may throw where it promises an error as a
value, take more than 50 ms of the processor, hand on what the archive would refuse, or make a figure of a field that
can't be read. Then an archive goes through rows of answers, kills, migrations and restores. --only tries those readers
alone whose names begin so. The same seed and numbers try the same again.`;

/** The command behind `npm run fuzz`. */
const { values } = askedOf(HELP, {
  options: {
    inputs: { type: 'string', default: '100000' },
    rows: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
  },
});

const readers = fuzzedReaders.filter(({ name }) => name.startsWith(values.only));
console.log(`seed ${values.seed}`);
const report = await fuzzAll(
  readers,
  { inputs: Number(values.inputs), seed: Number(values.seed) },
  (line) => console.log(line),
);
console.log(
  `${report.inputs} inputs, slowest ${report.slowest.toFixed(1)} ms, ${report.failures.length} failures`,
);
for (const { reader, problem, input } of report.failures) {
  console.log(`\n${reader}: ${problem}\n  ${input}`);
}
process.exitCode = report.failures.length === 0 ? 0 : 1;

if (values.only === '') {
  const [rows, seed] = [Number(values.rows), Number(values.seed)];
  try {
    await tryArchive({ rows, longest: 60, seed });
    console.log(`an archive through ${rows} rows of deeds: 0 failures`);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
