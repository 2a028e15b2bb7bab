import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readers as sellerCenter } from '../../sources/seller-center/readers.ts';
import { capturedAnswers } from './captured-answers.ts';
import { fuzzAll } from './fuzz-all.ts';
import { fuzzedReaders } from './readers.ts';

const src = resolve(import.meta.dirname, '../..');
const rooms = [
  'archive',
  'background',
  'cli',
  'content',
  'diagnosis',
  'first-steps',
  'metrics',
  'options',
  'panel',
  'platform',
  'sources',
];

/** What reads or parses has one of these in it. */
const READING =
  /\bv\.(?:safeParse|parse|is)\(|\bJSON\.parse\(|\bparseJson\(|\bTextDecoder|\bDataView\(|\bnew URL\(|\bPapa\.parse|\bunzipSync\(|\bnew Parser\(|\bnew Input\(|\bFields\.of\(/;

const OWN = 'what it parses was written in this file, or made by the extension itself a moment ago';
const BY_SCHEMA = 'reads by a schema that is fuzzed, and takes what that refuses for absent';
const HANDS_ON = 'fetches or opens what a reader that is fuzzed then reads';
const OF_ENGINE = 'hands on what the engine on this machine answers to statements of our own';
const CHECKED = 'takes an address apart that was read and checked before';

/** Files that read or parse and aren't fuzzed by themselves, each with the reason. */
const reasons: Readonly<Record<string, string>> = {
  'archive/bulk.ts': OWN,
  'archive/snapshots/take.ts': OWN,
  'background/rooms/sample-feed.ts': OWN,
  'cli/feed/build/slice.ts': OWN,
  'cli/feed/build/write-feed.ts': OWN,
  'cli/feed/database.ts': OWN,
  'cli/feed/engines/dialect.ts': OWN,
  'cli/feed/engines/install-clickhouse.ts': OWN,
  'metrics/board/make-plan.ts': OWN,
  'metrics/board/merge-plans.ts': OWN,
  'metrics/board/ranks.ts': OWN,
  'metrics/feed/categories.ts': OWN,
  'metrics/live/nameless.ts': OWN,
  'metrics/live/own.ts': OWN,
  'metrics/live/shop-key.ts': OWN,
  'options/choices.tsx': OWN,
  'panel/board/pinnable.ts': OWN,
  'panel/import/worker-reader.ts': OWN,
  'panel/measured/recording-pictures.ts': OWN,
  'panel/notes/note-store.ts': OWN,
  'panel/recording/measuring-thread.ts': OWN,
  'panel/state/import-store.ts': OWN,
  'sources/exports/regions.ts': OWN,
  'sources/sample/amounts.ts': OWN,
  'sources/sample/catalogue.ts': OWN,
  'sources/sample/feed.ts': OWN,
  'sources/sample/film/mp4.ts': OWN,
  'sources/sample/measures.ts': OWN,
  'sources/sample/plan.ts': OWN,
  'sources/seller-center/client.ts': OWN,
  'archive/imports/arrivals.ts': BY_SCHEMA,
  'archive/imports/imports.ts': BY_SCHEMA,
  'archive/imports/known.ts': BY_SCHEMA,
  'archive/imports/move-stand-in.ts': BY_SCHEMA,
  'archive/imports/staged.ts': BY_SCHEMA,
  'archive/merging/merge-feeds.ts': BY_SCHEMA,
  'archive/merging/merge-rooms.ts': BY_SCHEMA,
  'archive/merging/merge-settings.ts': BY_SCHEMA,
  'archive/untold-measures.ts': BY_SCHEMA,
  'background/feed/covers.ts': BY_SCHEMA,
  'cli/publish/check-feed.ts': BY_SCHEMA,
  'background/pictures.ts': BY_SCHEMA,
  'background/reminders/expiry-warnings.ts': BY_SCHEMA,
  'background/reminders/notify.ts': BY_SCHEMA,
  'cli/feed/lives/read-apart.ts': BY_SCHEMA,
  'panel/benchmarks/use-clip.ts': BY_SCHEMA,
  'panel/board/card-figures.tsx': BY_SCHEMA,
  'panel/kept-screen/show.ts': BY_SCHEMA,
  'panel/replay/request.ts': BY_SCHEMA,
  'panel/state/browser-ports.ts': BY_SCHEMA,
  'panel/state/feed-store.ts': BY_SCHEMA,
  'platform/firefox/extension-api.ts': BY_SCHEMA,
  'platform/reader-words.ts': BY_SCHEMA,
  'background/feed/request.ts': HANDS_ON,
  'background/rooms/transport.ts': HANDS_ON,
  'cli/collect/ask-live.ts': HANDS_ON,
  'cli/collect/open-api-client.ts': HANDS_ON,
  'cli/diagnose/read-answers.ts': HANDS_ON,
  'cli/feed-file.ts': HANDS_ON,
  'cli/session-file.ts': HANDS_ON,
  'panel/recording/host-bytes.ts': HANDS_ON,
  'panel/recording/streamed-recording.ts': HANDS_ON,
  'cli/feed/engines/chdb.ts': OF_ENGINE,
  'content/observer.iife.ts': CHECKED,
  'content/observer/relay.ts': CHECKED,
  'options/feeds/add-feed.tsx': CHECKED,
  'options/feeds/feed-row.tsx': CHECKED,
  'panel/recording/watched-host.ts': CHECKED,
  'panel/replay/hls-source.ts': CHECKED,
};

const readers = rooms
  .flatMap((room) =>
    readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${room}/${file}`,
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/(?:\.test\.|fixture|\.setup\.)/.test(file))
  .filter((file) => READING.test(readFileSync(join(src, file), 'utf8')));

/** The files that files import, and what these import, by their paths. */
function reached(files: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const file of files) {
    const path = relative(src, file);
    if (seen.has(path) || !/\.tsx?$/.test(path)) continue;
    seen.add(path);
    const imports = readFileSync(file, 'utf8').matchAll(/\bfrom '(\.[^']+)'/g);
    reached(
      [...imports].map(([, to = '']) => join(dirname(file), to)),
      seen,
    );
  }
  return seen;
}

describe('every reader and parser', () => {
  it('reads what is spoilt without a failure, as far as a few inputs tell', async () => {
    const report = await fuzzAll(fuzzedReaders, { inputs: 2_000, seed: 1, patience: 20 });
    expect(report.failures).toEqual([]);
    expect(report.inputs).toBeGreaterThanOrEqual(2_000);
  });
});

describe('the list of fuzzed readers', () => {
  const fuzzed = new Set(fuzzedReaders.flatMap(({ reads }) => reads));

  it('names every file that reads or parses, or says why it needs no fuzzing', () => {
    const unknown = readers.filter((file) => !fuzzed.has(file) && reasons[file] === undefined);
    expect(unknown).toEqual([]);
  });

  it('names nothing that is gone, and excuses nothing that is fuzzed or reads nothing', () => {
    const files = new Set(
      rooms.flatMap((room) =>
        readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map(
          (file) => `${room}/${file}`,
        ),
      ),
    );
    expect([...fuzzed].filter((file) => !files.has(file))).toEqual([]);
    const folder = join(import.meta.dirname, 'readers');
    const tried = reached(readdirSync(folder).map((name) => join(folder, name)));
    expect([...fuzzed].filter((file) => !tried.has(file))).toEqual([]);
    const idle = Object.keys(reasons).filter((file) => fuzzed.has(file) || !readers.includes(file));
    expect(idle).toEqual([]);
  });

  it('has an answer for every endpoint that is read', () => {
    const without = sellerCenter.filter(
      (reader) => !capturedAnswers.some(({ path }) => reader.path.test(path)),
    );
    expect(without.map(({ endpoint }) => endpoint)).toEqual([]);
  });
});
