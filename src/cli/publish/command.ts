import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { now as currentTime } from '../../platform/current-time.ts';
import type { FeedIndex } from '../../sources/feed/index-schema.ts';
import type { Output } from '../diagnose/command.ts';
import { usualMinimums } from '../feed/build/minimums.ts';
import { helpText } from '../help.ts';
import { type TerminalText, terminalWriter } from '../text.ts';
import { writeWhole } from '../whole-file.ts';
import { changesBetween } from './changes.ts';
import { checkFeed } from './check-feed.ts';
import { HEADERS_FILE, nginxLocation, withFeedHeaders } from './host-headers.ts';
import { type Consent, readPublishArguments } from './options.ts';
import { RECORD_FILE, readPublishedRecord, recordText } from './published-record.ts';

/** Exit code for input that can't be read, or for a feed that isn't to be published. */
const BAD_INPUT = 2;

/** Problems that are shown; the rest is counted. */
const SHOWN = 20;

const helpLines = [
  ['DIR', 'cli_publish_help_dir'],
  ['--agreed FILE', 'cli_publish_help_agreed'],
  ['--all-agreed', 'cli_publish_help_allAgreed'],
  ['--nginx', 'cli_publish_help_nginx'],
  ['--help', 'cli_help_help'],
] as const;

/** Does what the command line asks for, and answers the exit code; what is wrong is complained of. */
export function publishCommand(args: readonly string[], { say, complain }: Output): number {
  const words = terminalWriter();
  const request = readPublishArguments(args);
  switch (request.want) {
    case 'help':
      say(
        helpText({ does: 'cli_publish_help', usage: 'cli_publish_help_usage' }, helpLines, words),
      );
      return 0;
    case 'nginx':
      say(nginxLocation());
      return 0;
    case 'nothing':
      complain(words.write(request.problem));
      return BAD_INPUT;
    case 'publish': {
      const { said, problems } = publish(request.folder, request.consent);
      for (const line of said) say(words.write(line));
      for (const line of problems) complain(words.write(line));
      return problems.length === 0 ? 0 : BAD_INPUT;
    }
  }
}

interface Came {
  readonly said: readonly TerminalText[];
  readonly problems: readonly TerminalText[];
}

const failed = (...problems: readonly TerminalText[]): Came => ({ said: [], problems });

/**
 * Checks the feed in a folder, and only where it is fit writes: the headers, then what is known of it for
 * the next time. Each file whole or not at all; the same feed once more writes nothing.
 */
function publish(folder: string, consent: Consent): Came {
  const checked = checkFeed(folder, consent, currentTime());
  if (!checked.ok) return failed(...refusal(folder, checked.problems));
  const { index, slices } = checked;
  const headers = withFeedHeaders(textOf(join(folder, HEADERS_FILE)) ?? '');
  if (headers === undefined) return failed(about('cli_publish_headers_broken', HEADERS_FILE));
  const recorded = textOf(join(folder, RECORD_FILE));
  const before = recorded === undefined ? undefined : readPublishedRecord(recorded);
  for (const [name, text] of [
    [HEADERS_FILE, headers],
    [RECORD_FILE, recordText(slices)],
  ] as const) {
    if (!isWritten(join(folder, name), text)) return failed(about('cli_publish_unwritable', name));
  }
  const lives = slices.reduce((sum, slice) => sum + slice.lives, 0);
  return {
    said: [
      ...changesBetween(before, slices),
      ...lessThanUsual(index),
      ...(index.simulated === true ? [{ key: 'cli_feed_simulated' } as const] : []),
      {
        key: 'cli_publish_done',
        values: { folder: { kind: 'text', text: folder }, lives: { kind: 'count', value: lives } },
      },
    ],
    problems: [],
  };
}

function refusal(folder: string, problems: readonly TerminalText[]): readonly TerminalText[] {
  const count = { kind: 'count', value: problems.length } as const;
  const more = { kind: 'count', value: problems.length - SHOWN } as const;
  return [
    { key: 'cli_publish_refused', values: { folder: { kind: 'text', text: folder }, count } },
    ...problems.slice(0, SHOWN),
    ...(more.value > 0 ? [{ key: 'cli_feed_more', values: { more } } as const] : []),
  ];
}

/** That groups are smaller than usual is the publisher's to decide, and to know. */
function lessThanUsual({ minimums }: FeedIndex): readonly TerminalText[] {
  if (minimums === undefined) return [];
  const { shops, lives, share } = minimums;
  const usual = usualMinimums;
  if (shops >= usual.shops && lives >= usual.lives && share <= usual.share) return [];
  const values: TerminalText['values'] = {
    shops: { kind: 'count', value: shops },
    lives: { kind: 'count', value: lives },
    share: { kind: 'percent', value: share },
  };
  return [{ key: 'cli_publish_less', values }];
}

/** The text of a file; undefined where there is none. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function isWritten(path: string, text: string): boolean {
  if (textOf(path) === text) return true;
  try {
    writeWhole(path, text);
    return true;
  } catch {
    return false;
  }
}

const about = (
  key: 'cli_publish_headers_broken' | 'cli_publish_unwritable',
  file: string,
): TerminalText => ({ key, values: { file: { kind: 'text', text: file } } });
