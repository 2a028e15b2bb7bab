import { now } from '../../platform/current-time.ts';
import { type ReportRequest, readArguments } from '../arguments.ts';
import { readFeedFile } from '../feed-file.ts';
import { type HelpLine, helpText } from '../help.ts';
import { printReport } from '../print-report.ts';
import { readSessionFile, sessionFileSchema } from '../session-file.ts';
import { type TerminalWriter, terminalWriter } from '../text.ts';
import { type Given, givenTogether, type Problem } from './given-live.ts';
import { type JudgedLive, judgeLives } from './judge.ts';
import { overview } from './print-overview.ts';
import { readAnswers } from './read-answers.ts';
import { readExportFile } from './read-export-file.ts';

/** Exit code for input that can't be read. */
const BAD_INPUT = 2;

const helpLines: readonly HelpLine[] = [
  ['FILE…', 'cli_help_file'],
  ['--answers DIR', 'cli_help_answers'],
  ['--room ID', 'cli_help_room'],
  ['--region XX', 'cli_help_region'],
  ['--dates day-first|month-first', 'cli_help_dates'],
  ['--vs usual|last|best|market', 'cli_help_vs'],
  ['--feed SLICE', 'cli_help_feed'],
  ['--json', 'cli_help_json'],
  ['--schema', 'cli_help_schema'],
  ['--help', 'cli_help_help'],
];

/** Where a command says what was asked for, and what is wrong. */
export interface Output {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Does what the command line asks for, and answers the exit code. */
export async function diagnoseCommand(args: readonly string[], to: Output): Promise<number> {
  const words = terminalWriter();
  const say = (text: string): number => {
    to.say(text);
    return 0;
  };
  const request = readArguments(args);
  switch (request.want) {
    case 'help':
      return say(helpText({ does: 'cli_help', usage: 'cli_help_usage' }, helpLines, words));
    case 'schema':
      return say(JSON.stringify(sessionFileSchema(), undefined, 2));
    case 'nothing':
      to.complain(words.write(request.problem));
      return BAD_INPUT;
    case 'report':
      return report(request, words, to);
  }
}

async function report(
  request: ReportRequest,
  words: TerminalWriter,
  { say, complain }: Output,
): Promise<number> {
  const { write } = words;
  const said = request.feed === undefined ? undefined : readFeedFile(request.feed);
  if (said?.ok === false) {
    complain(write(said.problem));
    return BAD_INPUT;
  }
  const given = await readAll(request);
  const lives = judgeLives(given.lives, { versus: request.versus, feed: said?.value, now: now() });
  const code = lives.length === 0 ? BAD_INPUT : 0;
  for (const { leftOut } of lives) {
    if (leftOut === 0) continue;
    const count = { kind: 'count', value: leftOut } as const;
    complain(write({ key: 'cli_history_left_out', values: { count } }));
  }
  if (request.json) {
    say(JSON.stringify(resultOf(lives, given.problems, write), undefined, 2));
    return code;
  }
  for (const problem of given.problems) complain(problemLine(problem, write));
  if (lives.length === 0) return code;
  const named = lives.find(({ session }) => session.room.id === request.room);
  const only = lives.length === 1 ? lives[0] : named;
  say(
    only === undefined
      ? overview(lives, words).join('\n')
      : printReport(only.report, only.session, words),
  );
  return code;
}

/** Reads every file that was named. */
async function readAll({ files, answers, room, region, dates }: ReportRequest): Promise<Given> {
  const parts = await Promise.all(
    files.map(async (file): Promise<Given> => {
      if (/\.(?:xlsx|csv)$/i.test(file)) return readExportFile(file, { region, dayOrder: dates });
      const read = readSessionFile(file);
      return read.ok
        ? { lives: [read.value], problems: [] }
        : { lives: [], problems: [{ file, reason: read.problem }] };
    }),
  );
  return givenTogether([...parts, ...answers.map((folder) => readAnswers(folder, room))]);
}

/** One shape for every kind of input; times are unix seconds, `row` counts a file's rows from 1. */
function resultOf(
  lives: readonly JudgedLive[],
  problems: readonly Problem[],
  write: TerminalWriter['write'],
): object {
  return {
    version: 1,
    lives: lives.map(({ session: { room }, status, report: judged }) => ({
      room: room.id,
      startedAt: room.startedAt ?? null,
      status,
      report: judged,
    })),
    problems: problems.map(({ file, row, reason }) => ({
      file,
      row: row ?? null,
      reason: write(reason),
    })),
  };
}

function problemLine({ file, row, reason }: Problem, write: TerminalWriter['write']): string {
  // A session file's own sentence names the file.
  if (reason.key === 'cli_bad_session' || reason.key === 'cli_unreadable') return write(reason);
  const values = {
    file: { kind: 'text', text: file },
    reason: { kind: 'phrase', phrase: reason },
  } as const;
  return row === undefined
    ? write({ key: 'cli_problem', values })
    : write({
        key: 'cli_problem_row',
        values: { ...values, row: { kind: 'count', value: row } },
      });
}
