import { now as currentTime } from '../../platform/current-time.ts';
import type { Output } from '../diagnose/command.ts';
import { helpText } from '../help.ts';
import { type TerminalText, type TerminalValue, terminalWriter } from '../text.ts';
import { AskingPace } from './asking-pace.ts';
import {
  answersFolder,
  collectShop,
  daysAsked,
  isDone,
  keptAnswers,
  type ShopOutcome,
} from './collect-shop.ts';
import { type AppSecrets, OpenApiClient } from './open-api-client.ts';
import { type CollectedShop, type CollectOptions, readCollectArguments } from './options.ts';
import { keepTokens, readTokens } from './token-store.ts';

const BAD_INPUT = 2;
const SOME_FAILED = 1;
/** Progress of a shop is told at most so often, in ms. */
const TELL_EVERY = 5_000;

type Tell = (text: TerminalText) => void;

/** Does what the command line asks for, and answers the exit code: 1 where a shop failed, 2 for bad input. */
export async function collectCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  { say, complain }: Output,
): Promise<number> {
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
  const { options, shops } = request;
  if (options['dry-run']) {
    for (const shop of shops) tell(plannedFor(shop, options));
    return 0;
  }
  const { TIKTOK_APP_KEY: key, TIKTOK_APP_SECRET: secret } = environment;
  if (!key || !secret) {
    warn({ key: 'cli_collect_no_app' });
    return BAD_INPUT;
  }
  return collectAll(shops, options, { key, secret }, tell, warn);
}

const helpLines = [
  ['--shops FILE', 'cli_collect_help_shops'],
  ['--out DIR', 'cli_collect_help_out'],
  ['--tokens DIR', 'cli_collect_help_tokens'],
  ['--days N', 'cli_collect_help_days'],
  ['--per-second N', 'cli_collect_help_perSecond'],
  ['--api ADDRESS', 'cli_collect_help_api'],
  ['--dry-run', 'cli_collect_help_dryRun'],
  ['--help', 'cli_help_help'],
] as const;

function plannedFor(shop: CollectedShop, { out, days }: CollectOptions): TerminalText {
  const kept = [...keptAnswers(answersFolder(out, shop.name)).values()];
  const { from, to } = daysAsked(shop, days, currentTime());
  const done = count(kept.filter(isDone).length);
  const values = { shop: plain(shop.name), from: plain(from), to: plain(to), done };
  return { key: 'cli_collect_planned', values };
}

/** One shop after the other at the app's one pace; a shop that fails leaves the others alone. */
async function collectAll(
  shops: readonly CollectedShop[],
  { out, tokens: folder, days, api, 'per-second': perSecond }: CollectOptions,
  app: AppSecrets,
  tell: Tell,
  warn: Tell,
): Promise<number> {
  const pace = new AskingPace(1000 / perSecond);
  let failed = 0;
  for (const shop of shops) {
    const named = { shop: plain(shop.name) };
    const tokens = readTokens(folder, shop.name);
    if (tokens === undefined) {
      failed += 1;
      warn({ key: 'cli_collect_no_tokens', values: named });
      continue;
    }
    const client = new OpenApiClient(app, tokens, pace, api, (fresh) =>
      keepTokens(folder, shop.name, fresh),
    );
    let last = performance.now();
    const told = (done: number, all: number): void => {
      if (performance.now() - last < TELL_EVERY) return;
      last = performance.now();
      const values = { ...named, done: count(done), all: count(all) };
      warn({ key: 'cli_collect_progress', values });
    };
    const outcome = await collectShop({
      shop,
      client,
      out,
      days,
      simulated: api !== undefined,
      told,
    }).catch((error: unknown): 'unwritable' => {
      if (error instanceof Error && 'syscall' in error) return 'unwritable';
      throw error;
    });
    if (outcome === 'unwritable' || !outcome.ok) failed += 1;
    say(outcome);

    function say(came: ShopOutcome | 'unwritable'): void {
      if (came === 'unwritable') warn({ key: 'cli_collect_unwritable', values: named });
      else if (came.ok) {
        const { lives, asked, missing } = came;
        const values = {
          ...named,
          lives: count(lives),
          asked: count(asked),
          missing: count(missing),
        };
        tell({ key: 'cli_collect_done', values });
      } else {
        const { kind, code } = came.refusal;
        const why: TerminalValue = { kind: 'message', message: reasons[kind] };
        warn({ key: 'cli_collect_failed', values: { ...named, why, code: plain(code) } });
      }
    }
  }
  return failed === 0 ? 0 : SOME_FAILED;
}

const reasons = {
  'too-many': 'cli_collect_why_tooMany',
  server: 'cli_collect_why_server',
  unreachable: 'cli_collect_why_unreachable',
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
