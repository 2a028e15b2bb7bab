import { addImport, addToList } from './insert.ts';
import { CannotMake, type Kind } from './kind.ts';
import { metricsIn } from './metrics-in.ts';
import { renewedReport } from './renewed-report.ts';
import { withSentences } from './sentences.ts';
import { camelOf, mustMatch, titleOf, wordsIn } from './written-name.ts';

const FOLDER = 'src/diagnosis/factors';
const LIST = `${FOLDER}/index.ts`;

/** Words of the language that would do as a factor’s name, and can name no constant. */
const RESERVED: ReadonlySet<string> = new Set([
  ...['await', 'break', 'case', 'class', 'default', 'delete', 'export', 'extends', 'import', 'in'],
  ...['new', 'package', 'public', 'private', 'return', 'static', 'switch', 'this', 'try', 'with'],
]);

/** A factor that judges one rate against benchmark and usual band, as most do. */
export const factorKind: Kind = {
  usage: 'factor NAME [--metric METRIC]',
  says: 'a factor such as gift-rain, which judges a rate of views (likeRate unless named)',
  add(name, { metric = 'likeRate' }, copy) {
    mustMatch(
      name,
      /^[a-z]+(-[a-z]+)*$/,
      'write it in small letters with hyphens, as in gift-rain.',
    );
    const path = `${FOLDER}/${name}.ts`;
    if (copy.has(path)) throw new CannotMake(`There is a factor ${name} already: ${path}.`);
    if (!metricsIn(copy).includes(metric)) {
      throw new CannotMake(`The catalogue has no metric ${metric} that the factor could judge.`);
    }
    const code = camelOf(name);
    if (RESERVED.has(code) || copy.exports('src', code)) {
      throw new CannotMake(
        `The code has a ${code} already, and one name means one thing: take another.`,
      );
    }
    const listed = addToList(copy.read(LIST), 'export const factors', '];', `  ${code},`);
    return {
      files: {
        [path]: factorFile(name, metric),
        [`${FOLDER}/${name}.test.ts`]: factorTest(name, metric),
        [LIST]: addImport(listed, code, `./${name}.ts`),
        ...withSentences(copy, {
          [`factor_${code}_title`]: {
            message: titleOf(name),
            description: `Name of a factor, in the factor list, on the board, in plans and the CSV: say what ${wordsIn(name)} is.`,
          },
          [`factor_${code}_seen`]: {
            message: `${titleOf(name)} came to {yours}. {against}`,
            description: `Sentence of the unfolded factor. {yours} is the figure of this LIVE: say of what; {against} is a whole sentence naming the benchmark or the usual range.`,
          },
          [`factor_${code}_advice`]: {
            message: `Say what the seller is to do about ${wordsIn(name)}.`,
            description: `Advice shown after “Try:” where ${wordsIn(name)} lies below the benchmark: say when it is given.`,
          },
          [`factor_${code}_deed`]: {
            message: `Mend ${wordsIn(name)}`,
            description: `Title of something to do, large in the plan for the next LIVE and on its cue card, from the factor “${titleOf(name)}”: say when.`,
          },
        }),
      },
      byHand: [
        `what it judges, its lever, its owners and the step it explains (${path})`,
        `its place in the list, by lever in the order of the page (${LIST})`,
        `its four sentences and what translators are told of them (factor_${code}_…)`,
        renewedReport('finding'),
      ],
    };
  },
};

function factorFile(name: string, metric: string): string {
  const code = camelOf(name);
  return `import type { Factor } from '../factor.ts';
import { judge } from '../statistics/against.ts';

/** ${titleOf(name)}: say what it tells and where its bounds come from. */
export const ${code}: Factor = {
  id: '${name}',
  title: 'factor_${code}_title',
  lever: 'drive-engagement',
  group: 'interaction-conversion',
  owners: ['host'],
  explains: 'liveCtr',
  advises: [{ key: 'factor_${code}_advice', deed: 'factor_${code}_deed' }],
  evaluate: (input) =>
    judge(input, {
      metrics: ['${metric}'],
      seen: 'factor_${code}_seen',
      advice: 'factor_${code}_advice',
      sample: { of: 'views', more: 'factor_shared_moreViews' },
    }),
};
`;
}

function factorTest(name: string, metric: string): string {
  const code = camelOf(name);
  return `import { describe, expect, it } from 'vitest';
import { fixtureInput, fixtureSession } from './fixture.ts';
import { ${code} } from './${name}.ts';

/** The outcome of a figure over 9,000 views, against a benchmark of 0.5. */
const judged = (yours: number) =>
  ${code}.evaluate(
    fixtureInput(fixtureSession({ values: { ${metric}: yours, views: 9000 } }), {
      ${metric}: { benchmark: 0.5 },
    }),
  );

describe('${wordsIn(name)}', () => {
  it('is a gap below the benchmark, with a deed for the next LIVE', () => {
    expect(judged(0.2)).toMatchObject({
      state: 'gap',
      seen: { key: 'factor_${code}_seen' },
      advice: { key: 'factor_${code}_advice' },
    });
  });

  it('is fine above the benchmark', () => {
    expect(judged(0.8)).toMatchObject({ state: 'fine' });
  });

  it('names what is missing', () => {
    const none = ${code}.evaluate(fixtureInput(fixtureSession({ values: { views: 9000 } })));
    expect(none).toMatchObject({
      state: 'missing',
      needs: { values: { metric: { message: 'metric_${metric}_name' } } },
    });
  });
});
`;
}
