import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { benchmarkFor, usualBasis } from '../diagnosis/benchmark/benchmark-for.ts';
import { feedBenchmark } from '../diagnosis/benchmark/feed.ts';
import { currencyOf } from '../diagnosis/currency.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { type Writer, writer } from '../platform/text.ts';
import { readArguments } from './arguments.ts';
import { readFeedFile } from './feed-file.ts';
import { type HelpLine, helpText } from './help.ts';
import { ownHistory } from './own-history.ts';
import { printReport } from './print-report.ts';
import { readSessionFile, sessionFileSchema } from './session-file.ts';

/** Exit code for input that can't be read. */
const BAD_INPUT = 2;

const helpLines: readonly HelpLine[] = [
  ['FILE', 'cli_help_file'],
  ['--basis market|own', 'cli_help_basis'],
  ['--feed SLICE', 'cli_help_feed'],
  ['--json', 'cli_help_json'],
  ['--schema', 'cli_help_schema'],
  ['--help', 'cli_help_help'],
];

const sentences = new Map(Object.entries(messages).map(([key, { message }]) => [key, message]));
// A reader such as `head` may leave before the end; that is no fault of the report.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = run(
  process.argv.slice(2),
  writer((key) => sentences.get(key), 'en'),
);

/** Does what the command line asks for and says so on stdout, or on stderr what is wrong; the exit code. */
function run(args: readonly string[], words: Writer): number {
  const { write } = words;
  const request = readArguments(args);
  switch (request.want) {
    case 'help':
      return say(helpText({ does: 'cli_help', usage: 'cli_help_usage' }, helpLines, words));
    case 'schema':
      return say(JSON.stringify(sessionFileSchema(), undefined, 2));
    case 'nothing':
      return complain(write(request.problem));
  }
  const read = readSessionFile(request.file);
  if (!read.ok) return complain(write(read.problem));
  const { session, history: given = [] } = read.value;
  const history = ownHistory(session, given);
  const leftOut = given.length - history.length;
  const said = request.feed === undefined ? undefined : readFeedFile(request.feed);
  if (said?.ok === false) return complain(write(said.problem));
  const word = said && feedBenchmark(said.value, currencyOf(session));
  const benchmarkGiven = word ?? (request.basis === undefined ? read.value.benchmark : undefined);
  const basis = request.basis ?? usualBasis(session);
  const benchmark = benchmarkGiven ?? benchmarkFor(basis, session, history);
  const report = diagnose({ session, benchmark, history });
  if (leftOut > 0) {
    const count = { kind: 'count', value: leftOut } as const;
    process.stderr.write(`${write({ key: 'cli_history_left_out', values: { count } })}\n`);
  }
  return say(
    request.json ? JSON.stringify(report, undefined, 2) : printReport(report, session, words),
  );
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return BAD_INPUT;
}
