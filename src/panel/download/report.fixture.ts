import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { benchmarkFor } from '../../diagnosis/benchmark/benchmark-for.ts';
import { historyOf } from '../../diagnosis/benchmark/history.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { unixMs } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { sampleShop } from '../../sources/sample/index.ts';
import { i18nOf } from '../design/i18n.ts';

/** The sentences of the extension by their keys. */
export const englishSentences: Record<string, { message: string } | undefined> = messages;

/** The words in which files are written. */
export const englishWords = i18nOf(writer((key) => englishSentences[key]?.message, 'en'));

/** A LIVE of the sample shop with all its parts, and what is said of it. */
export const madeShop = sampleShop({ now: unixMs(Date.parse('2026-11-20T12:00:00Z')), seed: 7 });

const found = madeShop.rooms[4]?.session;
if (found === undefined) throw new Error('The sample shop has no fifth LIVE.');
export const madeSession = found;
export const madeHistory = historyOf(madeSession, []);
export const madeReport = diagnose({
  session: madeSession,
  benchmark: benchmarkFor('own', madeSession, madeHistory),
  history: madeHistory,
});
