import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { now as currentTime } from '../../platform/current-time.ts';
import type { Output } from '../diagnose/command.ts';
import type { TerminalText, TerminalValue } from '../text.ts';
import { terminalWriter } from '../text.ts';
import { buildFeed, type Told } from './build/build.ts';
import { Published } from './build/published.ts';
import { engineProblem, serverProblem } from './engines/open-engine.ts';
import { feedHelp } from './help.ts';
import { feedSchemas } from './json-schema.ts';
import { filesOf } from './lives/files.ts';
import { sizeOf } from './lives/read-apart.ts';
import type { SourceFile } from './lives/task.ts';
import { type FeedOptions, readFeedArguments } from './options.ts';
import { feedSummary, unconfirmedSummary } from './summary.ts';

/** Exit code for input that can't be read, or of which no feed can be made. */
const BAD_INPUT = 2;

/** Progress is told at most so often, in ms. */
const TELL_EVERY = 5_000;

/** Does what the command line asks for, and answers the exit code; progress and what is wrong are complained of. */
export async function feedCommand(
  args: readonly string[],
  { say, complain }: Output,
): Promise<number> {
  const words = terminalWriter();
  const told = (to: Output['say']) => (text: TerminalText) => to(words.write(text));
  const request = readFeedArguments(args);
  switch (request.want) {
    case 'help':
      say(feedHelp(words));
      return 0;
    case 'schema':
      say(JSON.stringify(feedSchemas(), undefined, 2));
      return 0;
    case 'nothing':
      told(complain)(request.problem);
      return BAD_INPUT;
    case 'feed':
      return build(request.options, told(complain), told(say));
  }
}

async function build(
  asked: FeedOptions,
  tell: (text: TerminalText) => void,
  say: (text: TerminalText) => void,
): Promise<number> {
  const options = { ...asked, out: resolve(asked.out) };
  const now = Math.floor(currentTime() / 1000);
  const today = new Date(now * 1000).toISOString().slice(0, 10);
  if (options.day !== undefined && options.day > today)
    return refuse({ key: 'cli_feed_bad_option', values: { option: plain('--day') } });
  const before = Published.in(options.out, now);
  if (before === 'other')
    return refuse({ key: 'cli_feed_out_taken', values: { out: plain(asked.out) } });
  const { 'to-parquet': toParquet } = options;
  if (toParquet !== undefined && !isFree(toParquet))
    return refuse({ key: 'cli_feed_parquet_taken', values: { place: plain(toParquet) } });
  const problem = await engineProblem(options);
  if (problem !== undefined) return refuse(problem);
  const found = filesOf(options.sessions, options.out);
  if (!found.ok) return refuse(found.problem);
  if (found.files.length === 0 && options.parquet === undefined)
    return refuse({ key: 'cli_feed_no_files' });
  const published = options.afresh ? Published.nothing() : before;
  const told = progress(found.files, tell);
  let built: Awaited<ReturnType<typeof buildFeed>>;
  try {
    built = await buildFeed(found.files, options, published, now, told);
  } catch (error) {
    const answered = serverProblem(options, error);
    if (answered === undefined) throw error;
    return refuse(answered);
  }
  if ('unconfirmed' in built) {
    for (const line of unconfirmedSummary(built.unconfirmed, options)) tell(line);
    return BAD_INPUT;
  }
  const lines = feedSummary(built, found.files, { ...options, out: asked.out });
  for (const line of lines) (built.slices === 0 ? tell : say)(line);
  return built.slices === 0 ? BAD_INPUT : 0;

  function refuse(problem: TerminalText): number {
    tell(problem);
    return BAD_INPUT;
  }
}

/** Whether nothing lies there, or an empty folder. */
function isFree(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return !existsSync(folder);
  }
}

/** Tells of long work now and then. */
function progress(files: readonly SourceFile[], tell: (text: TerminalText) => void): Told {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let [bytes, sessions, last] = [0, 0, performance.now()];
  const isTime = (): boolean => {
    const now = performance.now();
    if (now - last < TELL_EVERY) return false;
    last = now;
    return true;
  };
  return {
    read: (task, tally) => {
      bytes += sizeOf(task);
      sessions += tally.sessions;
      const share: TerminalValue = { kind: 'percent', value: all === 0 ? 1 : bytes / all };
      const count: TerminalValue = { kind: 'count', value: sessions };
      if (isTime()) tell({ key: 'cli_feed_progress_read', values: { share, count } });
    },
    day: (day) => {
      if (isTime()) tell({ key: 'cli_feed_progress_day', values: { day: plain(day) } });
    },
  };
}

function plain(text: string): TerminalValue {
  return { kind: 'text', text };
}
