import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { findApp } from '../../../cli/collect/app-secrets.ts';
import { keptAnswers } from '../../../cli/collect/kept-answers.ts';
import { readCollectArguments } from '../../../cli/collect/options.ts';
import { readTokens } from '../../../cli/collect/token-store.ts';
import { LiveAnswersSchema } from '../../../sources/open-api/live-answers.ts';
import { fuzzed } from '../fuzzed.ts';
import { spoiltText } from '../spoilt-text.ts';
import { spoilt } from '../spoilt-value.ts';

const id = '7649951805363391253';
const answers = fc.constant({
  version: 1,
  id,
  list: { data: { id }, at: 1_781_143_200_000 },
  minutes: { data: { performance: { intervals: [] } }, at: 1_781_143_200_000 },
  refused: { products: '36009004' },
});
const written = (whole: fc.Arbitrary<unknown>): fc.Arbitrary<string> => {
  const text = (value: unknown): string => JSON.stringify(value) ?? '';
  return fc.oneof(spoilt(whole).map(text), spoiltText(whole.map(text)));
};

/** Reads a file as if a run before had left it in a folder. */
function inFolder<T>(name: string, text: string, read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'live-diagnosis-fuzz-'));
  try {
    writeFileSync(join(folder, name), text);
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const collectedReaders = [
  fuzzed({
    name: 'what a run before kept of the Open API',
    reads: ['app-secrets', 'kept-answers', 'options', 'token-store'].map(
      (name) => `cli/collect/${name}.ts`,
    ),
    share: 2,
    inputs: fc.oneof(
      written(answers),
      written(fc.constant({ accessToken: 'a', refreshToken: 'b', cipher: 'c' })),
      written(fc.constant([{ name: 'north', region: 'US', category: '601450' }])),
      written(fc.constant({ key: 'a', secret: 'b' })),
    ),
    read: async (text) => ({
      kept: inFolder(`${id}.json`, text, keptAnswers),
      tokens: inFolder('north.json', text, (folder) => readTokens(folder, 'north')),
      asked: inFolder('shops.json', text, (folder) =>
        readCollectArguments([
          ...['--shops', join(folder, 'shops.json')],
          ...['--tokens', folder, '--out', folder],
        ]),
      ),
      app: await findApp({}, { read: async () => text, write: async () => undefined }),
    }),
    wrong: ({ kept: found, tokens, asked, app }) => {
      const texts = [...Object.values(tokens ?? {}), ...Object.values(app ?? {})];
      const isRead =
        [...found.values()].every((one) => v.is(LiveAnswersSchema, one)) &&
        texts.every((one) => typeof one === 'string' && one !== '') &&
        (asked.want === 'collect' || asked.want === 'nothing');
      return isRead ? undefined : 'what nobody wrote is taken for what a run kept';
    },
  }),
];
