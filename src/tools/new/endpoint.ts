import { addImport, addToList } from './insert.ts';
import { CannotMake, type Kind } from './kind.ts';
import { withSentences } from './sentences.ts';
import { camelOf, mustMatch, titleOf, wordsIn } from './written-name.ts';

const FOLDER = 'src/sources/seller-center';
const LIST = `${FOLDER}/readers.ts`;
const NAMES = 'src/panel/answer-names.ts';

/** A reader of one more answer about a room, read when the page asks for it. */
export const endpointKind: Kind = {
  usage: 'endpoint PATH',
  says: 'a reader of Seller Center’s answers about a LIVE, by the end of its path: gift/list',
  add(name, _, copy) {
    mustMatch(
      name,
      /^[a-z]+(_[a-z]+)*\/[a-z]+(_[a-z]+)*$/,
      'write the two last parts of its path, as in gift/list.',
    );
    const file = name.replaceAll(/[/_]/g, '-');
    const path = `${FOLDER}/readers/${file}.ts`;
    if (copy.has(path)) throw new CannotMake(`There is a reader of ${name} already: ${path}.`);
    const code = `${camelOf(file)}Reader`;
    const key = `panel_answer_${name.replace('/', '_')}`;
    const listed = addToList(copy.read(LIST), 'export const readers', '];', `  ${code},`);
    return {
      files: {
        [path]: readerFile(name, code),
        [`${FOLDER}/readers/${file}.test.ts`]: readerTest(name),
        [LIST]: addImport(listed, code, `./readers/${file}.ts`),
        [NAMES]: addToList(copy.read(NAMES), 'const names', '};', `  '${name}': '${key}',`),
        ...withSentences(copy, {
          [key]: {
            message: titleOf(name),
            description: `Name of one of Seller Center’s answers, used in the list of what is missing and in source tooltips: say what ${wordsIn(name)} answers.`,
          },
        }),
      },
      byHand: [
        `its fields, against a captured answer (${path}); till then each is told as unknown`,
        'what the panel calls the answer, and what translators are told of it',
        'where the extension is to ask for it itself: `asked` in the reader, with part, ids and time to live, and an answer of the demo (src/demo/api.ts)',
        'the row of what was checked (src/sources/README.md)',
      ],
    };
  },
};

function readerFile(name: string, code: string): string {
  return `import { Fields, Gaps } from '../fields.ts';
import type { Reader } from '../reader.ts';

const endpoint = '${name}';

/** Say what it answers, and against what that was checked. */
export const ${code}: Reader = {
  endpoint,
  path: /\\/workbench\\/live\\/detail\\/${name.replace('/', '\\/')}$/,
  read(data, { room }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const answer = Fields.of(data, gaps);
    answer.noteUnknown();
    return [{ room: { id: room }, origins: {}, gaps: gaps.list }];
  },
};
`;
}

function readerTest(name: string): string {
  return `import { describe, expect, it } from 'vitest';
import { read, room } from '../fixtures/captured.ts';

const path = '/api/v1/insights/workbench/live/detail/${name}';

describe('an answer of ${name}', () => {
  it('tells of the room, and which of its figures no one reads yet', () => {
    expect(read(path, { any_cnt: 3 })).toEqual([
      {
        room: { id: room },
        origins: {},
        gaps: [{ endpoint: '${name}', field: 'any_cnt', reason: 'unknown' }],
      },
    ]);
  });
});
`;
}
