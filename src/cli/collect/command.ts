import { now as currentTime } from '../../platform/current-time.ts';
import type { Output } from '../diagnose/command.ts';
import { helpText } from '../help.ts';
import { type TerminalText, type TerminalValue, terminalWriter } from '../text.ts';
import { sweepParts } from '../whole-file.ts';
import { type AppSecrets, findApp, type KeyStore, keepApp, systemKeyStore } from './app-secrets.ts';
import { AskingPace } from './asking-pace.ts';
import { collectShop } from './collect-shop.ts';
import { daysAsked, zoneOf } from './days-asked.ts';
import { holdFolder } from './hold-folder.ts';
import { answersFolder, answersOfShop, isDone, keptAnswers } from './kept-answers.ts';
import { OpenApiClient } from './open-api-client.ts';
import { type CollectedShop, type CollectOptions, readCollectArguments } from './options.ts';
import { makeRoomForTokens, readTokens } from './token-store.ts';

const BAD_INPUT = 2;
const SOME_FAILED = 1;
/** Progress of a shop is told at most so often, in ms. */
const TELL_EVERY = 5_000;

type Tell = (text: TerminalText) => void;

/** What all shops of a run share. */
interface Run {
  readonly app: AppSecrets;
  readonly pace: AskingPace;
  readonly tell: Tell;
  readonly warn: Tell;
  readonly stop: AbortSignal | undefined;
}

/**
 * Does what the command line asks for, and answers the exit code: 1 where a shop failed, 2 for bad input.
 * @param around a signal that ends the run once what is on its way has come and is kept, and where secrets are kept
 */
export async function collectCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { say, complain }: Output,
  around: { readonly stop?: AbortSignal; readonly keyStore?: KeyStore } = {},
): Promise<number> {
  const { stop, keyStore = systemKeyStore } = around;
  const words = terminalWriter();
  const tell: Tell = (text) => say(words.write(text));
  const warn: Tell = (text) => complain(words.write(text));
  const request = readCollectArguments(args);
  if (request.want === 'help') {
    const about = { does: 'cli_collect_help', usage: 'cli_collect_help_usage' } as const;
    say(helpText(about, helpLines, words));
    return 0;
  }
  if (request.want === 'nothing') {
    warn(request.problem);
    return BAD_INPUT;
  }
  if (request.want === 'keep-app') {
    const came = await keepApp(environment, keyStore);
    (came === 'kept' ? tell : warn)({ key: keptApp[came] });
    return came === 'kept' ? 0 : BAD_INPUT;
  }
  const { options, shops } = request;
  if (options['dry-run']) {
    for (const shop of shops) tell(plannedFor(shop, options));
    return 0;
  }
  const app = await findApp(environment, keyStore);
  if (app === undefined) {
    warn({ key: 'cli_collect_no_app' });
    return BAD_INPUT;
  }
  const pace = new AskingPace(1000 / options['per-second'], options.questions, stop);
  return collectAll(shops, options, { app, pace, tell, warn, stop });
}

const keptApp = {
  kept: 'cli_collect_app_kept',
  'none-given': 'cli_collect_no_app',
  unwritable: 'cli_collect_app_unwritable',
} as const;

const helpLines = [
  ['--shops FILE', 'cli_collect_help_shops'],
  ['--out DIR', 'cli_collect_help_out'],
  ['--tokens DIR', 'cli_collect_help_tokens'],
  ['--days N', 'cli_collect_help_days'],
  ['--per-second N', 'cli_collect_help_perSecond'],
  ['--at-once N', 'cli_collect_help_atOnce'],
  ['--questions N', 'cli_collect_help_questions'],
  ['--api ADDRESS', 'cli_collect_help_api'],
  ['--dry-run', 'cli_collect_help_dryRun'],
  ['--keep-app', 'cli_collect_help_keepApp'],
  ['--help', 'cli_help_help'],
] as const;

function plannedFor(shop: CollectedShop, { out, days }: CollectOptions): TerminalText {
  const kept = [...keptAnswers(answersOfShop(out, shop.name)).values()];
  const zone = zoneOf(shop);
  const { from, to } = daysAsked(shop, days, currentTime());
  const done = count(kept.filter((live) => isDone(live, zone)).length);
  const values = { shop: plain(shop.name), from: plain(from), to: plain(to), done };
  return { key: 'cli_collect_planned', values };
}

/** A run that nothing else may meet: on these tokens, which it may renew, and on what was answered before. */
async function collectAll(
  shops: readonly CollectedShop[],
  options: CollectOptions,
  run: Run,
): Promise<number> {
  const held: (() => void)[] = [];
  try {
    for (const folder of [options.tokens, answersFolder(options.out)]) {
      const hold = holdFolder(folder);
      if (typeof hold === 'string') {
        run.warn({ key: notHeld[hold], values: { folder: plain(folder) } });
        return SOME_FAILED;
      }
      held.push(hold);
    }
    sweepParts(options.out);
    const failed = await collectSideBySide(shops, options, run);
    return failed === 0 ? 0 : SOME_FAILED;
  } finally {
    for (const letGo of held) letGo();
  }
}

const notHeld = {
  'in-use': 'cli_collect_in_use',
  unwritable: 'cli_collect_folder_unwritable',
} as const;

/** Several shops at a time, at the app's one pace; one that fails leaves the others alone. Answers how many did. */
async function collectSideBySide(
  shops: readonly CollectedShop[],
  options: CollectOptions,
  run: Run,
): Promise<number> {
  const waiting = [...shops];
  const broken: unknown[] = [];
  let failed = 0;
  const work = async (): Promise<void> => {
    while (run.stop?.aborted !== true) {
      const shop = waiting.shift();
      if (shop === undefined) return;
      try {
        if (!(await collectOne(shop, options, run))) failed += 1;
      } catch (error) {
        broken.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: options['at-once'] }, work));
  // A fault of the program: it is told once the other shops are done.
  if (broken.length > 0) throw broken[0];
  return failed + waiting.length;
}

/** Collects a shop and says what became of it; answers whether that went well. */
async function collectOne(
  shop: CollectedShop,
  { out, tokens: folder, days, api }: CollectOptions,
  { app, pace, tell, warn }: Run,
): Promise<boolean> {
  const named = { shop: plain(shop.name) };
  const tokens = readTokens(folder, shop.name);
  if (tokens === undefined) {
    warn({ key: 'cli_collect_no_tokens', values: named });
    return false;
  }
  const client = new OpenApiClient(app, tokens, pace, api, () =>
    makeRoomForTokens(folder, shop.name),
  );
  let last = performance.now();
  const told = (done: number, all: number): void => {
    if (performance.now() - last < TELL_EVERY) return;
    last = performance.now();
    const values = { ...named, done: count(done), all: count(all) };
    warn({ key: 'cli_collect_progress', values });
  };
  try {
    const outcome = await collectShop({
      shop,
      client,
      out,
      days,
      simulated: api !== undefined,
      told,
    });
    if (outcome.ok) {
      const { lives, asked, missing, daysRefused } = outcome;
      const counts = { lives: count(lives), asked: count(asked), missing: count(missing) };
      tell({ key: 'cli_collect_done', values: { ...named, ...counts } });
      if (daysRefused !== undefined)
        warn({ key: 'cli_collect_days_refused', values: { ...named, code: plain(daysRefused) } });
    } else {
      const { kind, code } = outcome.refusal;
      const why: TerminalValue = { kind: 'message', message: reasons[kind] };
      warn({ key: 'cli_collect_failed', values: { ...named, why, code: plain(code) } });
    }
    return outcome.ok;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    warn({ key: 'cli_collect_unwritable', values: named });
    return false;
  }
}

const reasons = {
  'too-many': 'cli_collect_why_tooMany',
  server: 'cli_collect_why_server',
  unreachable: 'cli_collect_why_unreachable',
  spent: 'cli_collect_why_spent',
  stopped: 'cli_collect_why_stopped',
  token: 'cli_collect_why_token',
  scope: 'cli_collect_why_scope',
  'token-kind': 'cli_collect_why_scope',
  signature: 'cli_collect_why_signature',
  cipher: 'cli_collect_why_cipher',
  parameter: 'cli_collect_why_parameter',
  unknown: 'cli_collect_why_unknown',
} as const;

function plain(text: string): TerminalValue {
  return { kind: 'text', text };
}

function count(value: number): TerminalValue {
  return { kind: 'count', value };
}
