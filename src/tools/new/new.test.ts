import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve as absolute, join, relative } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { make } from './make.ts';

const project = absolute(import.meta.dirname, '../../..');
const PARTS = ['src', 'public', 'package.json', 'tsconfig.json', 'manifest.json', 'vite.config.ts'];

/** Taken out of the copy first, where the product has it by now. */
const LANGUAGE = 'pt_BR';

/**
 * One of each kind, by a name that the product will hardly have itself, with the places it takes: files that
 * are made or changed, its sentences among them and its tests not. No kind may take more than what is planned
 * for a change; a verb that must not be sent twice takes one more, since pages know those by name.
 */
const commands = [
  { args: ['factor', 'moon-phase', '--metric', 'shareRate'], places: 3, planned: 3 },
  { args: ['metric', 'moons', '--id', '987', '--field', 'moon_cnt'], places: 4, planned: 4 },
  { args: ['metric', 'moonRate', '--of', 'moons/views'], places: 2, planned: 4 },
  { args: ['endpoint', 'moon/top_list'], places: 4, planned: 4 },
  { args: ['verb', 'plan.moon', '--once'], places: 3, planned: 3 },
  { args: ['verb', 'settings.moon'], places: 2, planned: 2 },
  { args: ['language', LANGUAGE], places: 1, planned: 1 },
] as const;

/** The tests that hold the lists, and those that were made; few enough to run along with the rest. */
const GUARDS = [
  'src/messages.test.ts',
  'src/languages.test.ts',
  'src/names.test.ts',
  'src/rooms.test.ts',
  'src/metrics/catalogue.test.ts',
  'src/diagnosis/factors/index.test.ts',
  'src/sources/seller-center/analytics-paths.test.ts',
  'src/background/messaging/router.test.ts',
  'src/demo/endpoints/core-stats.test.ts',
];

/** What can't be made, and a word of the reason. */
const refused = [
  ['factor GiftRain', 'small letters'],
  ['factor ../gift', 'small letters'],
  ['factor return', 'already'],
  ['factor merge-part', 'one name'],
  ['factor new', 'one name'],
  ['factor gift-wrap --metric nothing', 'no metric nothing'],
  ['metric gift-count --of likes/views', 'letters alone'],
  ['metric giftShare', '--id 400'],
  ['metric giftShare --of likes/nothing', 'No rate'],
  ['metric giftShare --of likes/views --stage end', 'no stage'],
  ['metric watched --id 20 --field watched_cnt', 'read already'],
  ['endpoint gifts', 'last parts'],
  ['verb copy', 'a dot'],
  ['verb gift.copy', 'no group'],
  ['language xx', 'no language'],
  ['language en', 'already'],
  ['setting gifts', 'no kind'],
  ['factor', 'Write: npm run new'],
  ['factor gift-wrap --colour red', '--colour'],
  ['', 'npm run new'],
] as const;

/** A type check and a dozen files of tests take seconds alone, and minutes beside other work. */
const HANGS_MS = 300_000;

/** What vitest tells of a run: which files it ran, whether each passed, and what was wrong. */
const ResultSchema = v.object({
  testResults: v.array(
    v.looseObject({ name: v.string(), status: v.string(), assertionResults: v.array(v.unknown()) }),
  ),
});

let root = '';

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'new-things-')));
  for (const part of PARTS) cpSync(join(project, part), join(root, part), { recursive: true });
  rmSync(join(root, 'public/_locales', LANGUAGE), { recursive: true, force: true });
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'dir');
}, HANGS_MS);

afterAll(() => rmSync(root, { recursive: true, force: true }), HANGS_MS);

/** Every file of the copy with its text. */
function everything(): ReadonlyMap<string, string> {
  const files = ['src', 'public'].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(files.map((file) => [file, readFileSync(file, 'latin1')]));
}

const isTest = (path: string): boolean => path.endsWith('.test.ts');

/** What a tool writes when it is run in the copy, whether or not it finds fault. */
function toolSays(path: string, ...args: string[]): Promise<string> {
  const tool = join(project, 'node_modules', path);
  return new Promise((resolve) => {
    execFile(process.execPath, [tool, ...args], { cwd: root }, (_, stdout) => resolve(stdout));
  });
}

describe('one more of a kind', () => {
  const tests: string[] = [];

  it.each(commands)(
    'is made in no more places than planned: $args',
    ({ args, places, planned }) => {
      const made = make(args, root);
      expect(made).toMatchObject({ code: 0 });
      const [written, checks] = [
        made.touched.filter((one) => !isTest(one)),
        made.touched.filter(isTest),
      ];
      expect(written).toHaveLength(places);
      expect(places).toBeLessThanOrEqual(planned);
      if (args[0] !== 'language') expect(checks).toHaveLength(1);
      tests.push(...checks);
      for (const path of made.touched) expect(made.said).toContain(path);
      expect(made.said).toContain('by hand');
    },
  );

  it('is refused where it is there already, and nothing is changed', () => {
    const before = everything();
    for (const { args } of commands) {
      expect(make(args, root)).toMatchObject({
        code: 1,
        said: expect.stringContaining('already'),
        touched: [],
      });
    }
    expect(everything()).toEqual(before);
  });

  it('is refused with one sentence where it is asked for wrongly, and nothing is changed', () => {
    const before = everything();
    for (const [asked, why] of refused) {
      const args = asked === '' ? [] : asked.split(' ');
      const said = expect.stringContaining(why);
      expect(make(args, root), asked).toMatchObject({ code: 1, said, touched: [] });
    }
    expect(everything()).toEqual(before);
  });

  it('is explained', () => {
    const { code, said } = make(['--help'], root);
    expect(code).toBe(0);
    for (const { args } of commands) expect(said).toContain(` ${args[0]} `);
  });

  // It takes half a minute of both cores: `npm run test:long` runs it.
  it.skipIf(process.env.LONG_TESTS === undefined)(
    'is complete: types hold, its own test passes, and so do those that hold the lists',
    async () => {
      const files = [...tests, ...GUARDS];
      const [types, ran] = await Promise.all([
        toolSays('typescript/bin/tsc', '--noEmit'),
        toolSays('vitest/vitest.mjs', 'run', '--reporter=json', ...files),
      ]);
      expect(types).toBe('');
      const { testResults } = v.parse(ResultSchema, JSON.parse(ran));
      expect(testResults.filter(({ status }) => status !== 'passed')).toEqual([]);
      expect(testResults.map(({ name }) => relative(root, name)).sort()).toEqual(files.sort());
    },
    HANGS_MS,
  );
});
