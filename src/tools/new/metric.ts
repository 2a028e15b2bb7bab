import { addToList } from './insert.ts';
import { CannotMake, type Kind, type MakeOptions } from './kind.ts';
import { CATALOGUE, metricsIn } from './metrics-in.ts';
import { renewedReport } from './renewed-report.ts';
import { withSentences } from './sentences.ts';
import type { WorkingCopy } from './working-copy.ts';
import { mustMatch, titleOf, wordsIn } from './written-name.ts';

const STAGES = ['entry', 'stay', 'interaction', 'conversion', 'transaction'];
const CORE_STATS = 'src/sources/seller-center/stats-types.ts';
const DEMO = 'src/demo/endpoints/core-stat-fields.ts';
const FIELDS_TEST = 'src/sources/seller-center/readers/core-stats.test.ts';
const RATES_TEST = 'src/metrics/complete/rates.test.ts';
const FORMULA_HINT =
  'Say where it comes from: --id 400 --field gift_cnt for a count of core/stats, or --of likes/views for a rate.';

/** A figure of a LIVE: a count that Seller Center answers, or a rate that is worked out of two others. */
export const metricKind: Kind = {
  usage: 'metric NAME (--id ID --field FIELD | --of METRIC/METRIC) [--stage STAGE]',
  says: 'a count of core/stats such as gifts, or a rate of two metrics such as giftRate',
  add(name, options, copy) {
    mustMatch(name, /^[a-z]+([A-Z][a-z]*)*$/, 'write it in letters alone, as in giftRate.');
    const { stage = 'interaction' } = options;
    if (metricsIn(copy).includes(name)) {
      throw new CannotMake(`There is a metric ${name} already, in ${CATALOGUE}.`);
    }
    if (!STAGES.includes(stage)) {
      throw new CannotMake(`There is no stage ${stage}. Stages are: ${STAGES.join(', ')}.`);
    }
    const { entry, formula, files } =
      options.of === undefined ? answered(name, options, copy) : rate(name, options.of, copy);
    const catalogue = `${CATALOGUE}/${stage}.ts`;
    const lines = [`  ${name}: {`, ...entry(stage).map((line) => `    ${line},`), '  },'];
    return {
      files: {
        [catalogue]: addToList(
          copy.read(catalogue),
          `export const ${stage}`,
          '} as const',
          lines.join('\n'),
        ),
        ...files,
        ...withSentences(copy, {
          [`metric_${name}_name`]: {
            message: titleOf(name),
            description: `Metric name in the performance data: say what ${wordsIn(name)} counts.`,
          },
          [`metric_${name}_definition`]: {
            message: `Say what ${wordsIn(name)} tells of the LIVE.`,
            description: `Tooltip that explains the metric: say what ${wordsIn(name)} leaves out.`,
          },
          ...(formula === undefined
            ? {}
            : {
                [`metric_${name}_formula`]: {
                  message: formula,
                  description: `How ${wordsIn(name)} is worked out, after “= ” in its tooltip. Use the names of the two metrics; keep ÷.`,
                },
              }),
        }),
      },
      byHand: [
        `its place and its unit in the catalogue, and whether higher is better (${catalogue})`,
        `its sentences and what translators are told of them (metric_${name}_…)`,
        'whether every shop answers its id: one that is not valid in a region spoils the whole answer there',
        renewedReport('comparison'),
      ],
    };
  },
};

interface Source {
  readonly entry: (stage: string) => readonly string[];
  readonly formula?: string;
  readonly files: Readonly<Record<string, string>>;
}

const common = (name: string): readonly string[] => [
  `name: 'metric_${name}_name'`,
  `definition: 'metric_${name}_definition'`,
];

/** A count that core/stats answers under an id: totals don't compare across LIVEs of other length. */
function answered(name: string, { id = '', field = '' }: MakeOptions, copy: WorkingCopy): Source {
  if (!/^[1-9]\d{0,3}$/.test(id) || !/^[a-z][a-z\d]*(_[a-z\d]+)*$/.test(field)) {
    throw new CannotMake(FORMULA_HINT);
  }
  const stats = copy.read(CORE_STATS);
  const [list = ''] = /export const coreStats: [^;]*;/.exec(stats) ?? [];
  if (list.includes(`{ id: ${id},`) || list.includes(`field: '${field}'`)) {
    throw new CannotMake(`core/stats ${id} or ${field} is read already: ${CORE_STATS}.`);
  }
  return {
    entry: (stage) => [
      "unit: 'count'",
      `stage: '${stage}'`,
      "better: 'higher'",
      'comparable: false',
      ...common(name),
    ],
    files: {
      [CORE_STATS]: addToList(
        stats,
        'export const coreStats:',
        '];',
        `  { id: ${id}, field: '${field}', metric: '${name}' },`,
      ),
      [DEMO]: addToList(
        copy.read(DEMO),
        'export const coreStatFields',
        ']);',
        `  [${id}, count('${field}', '${name}')],`,
      ),
      [FIELDS_TEST]: addToList(
        copy.read(FIELDS_TEST),
        'const counts',
        '];',
        `  ['${field}', '${name}'],`,
      ),
    },
  };
}

/** A rate that is completed wherever both its parts are known. */
function rate(name: string, of: string, copy: WorkingCopy): Source {
  const [numerator = '', denominator = '', ...rest] = of.split('/');
  const unknown = [numerator, denominator].find((part) => !metricsIn(copy).includes(part));
  if (rest.length > 0 || unknown !== undefined) {
    throw new CannotMake(
      `No rate can be made of ${of}: write two metrics of the catalogue, as in likes/views.`,
    );
  }
  return {
    entry: (stage) => [
      "unit: 'rate'",
      `stage: '${stage}'`,
      "better: 'higher'",
      'comparable: true',
      ...common(name),
      `formula: 'metric_${name}_formula'`,
      `parts: { numerator: '${numerator}', denominator: '${denominator}' }`,
    ],
    formula: `${wordsIn(numerator)} ÷ ${wordsIn(denominator)}`,
    files: {
      [RATES_TEST]: addToList(
        copy.read(RATES_TEST),
        'const rates',
        '];',
        `  ['${name}', '${numerator}', '${denominator}'],`,
      ),
    },
  };
}
