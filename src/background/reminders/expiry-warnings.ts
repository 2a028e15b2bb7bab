import * as v from 'valibot';
import type { Pinned } from '../../metrics/board/pinned.ts';
import { dueWarnings, type Warned } from '../../metrics/board/pinned-expiry.ts';
import { timeLeftText } from '../../metrics/live/recording.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { readerWords } from '../../platform/reader-words.ts';
import type { Writer } from '../../platform/text.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import { mayNotify, notify } from './notify.ts';

const KEY = 'expiryWarned';
const WarnedSchema = v.record(v.string(), v.number());
/** Things named in one notification; more are counted. */
const NAMED = 4;

/** One after the other, so that no warning is given twice. */
let last: Promise<void> = Promise.resolve();

/**
 * Warns, where the seller allowed notifications, of what is still to be tried and can soon not be
 * watched any more: 7 days and 1 day before. Each once; what wasn't shown stays due.
 */
export function warnOfExpiry(): Promise<void> {
  last = last.catch(() => undefined).then(look);
  return last;
}

async function look(): Promise<void> {
  const generation = currentGeneration();
  if (!(await mayNotify())) return;
  const pinned = await (await shopArchive()).pinned();
  const { due, warned } = dueWarnings(pinned, await warnedBefore(), now());
  if (generation.signal.aborted) return;
  await generation.write(async () => {
    const words = due.length === 0 ? undefined : wordsOf(due, await readerWords());
    if (words !== undefined && !(await notify({ about: 'board', of: 'expiry' }, words))) return;
    await browser.storage.local.set({ [KEY]: warned });
  });
}

async function warnedBefore(): Promise<Warned> {
  const stored = await browser.storage.local.get(KEY);
  const read = v.safeParse(WarnedSchema, stored[KEY]);
  return read.success ? read.output : {};
}

function wordsOf(
  due: readonly { readonly pinned: Pinned; readonly left: number }[],
  { write }: Writer,
): {
  readonly title: string;
  readonly message: string;
} {
  const count = (value: number) => ({ kind: 'count', value }) as const;
  const lines = due.slice(0, NAMED).map(({ pinned: { room }, left }) =>
    write({
      key: 'board_warning_line',
      values: {
        live: { kind: 'text', text: room.title ?? room.room },
        left: { kind: 'phrase', phrase: timeLeftText(left) },
      },
    }),
  );
  return {
    title: write({ key: 'board_warning', values: { count: count(due.length) } }),
    message: lines.join('\n'),
  };
}
