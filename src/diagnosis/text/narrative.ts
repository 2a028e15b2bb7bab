import type { CurrencyCode } from '../../metrics/money.ts';
import type { MessageKey, Text, TextValue } from '../../metrics/text.ts';
import type {
  Conditions,
  Estimate,
  LiveVerdict,
  Potential,
  StepPotential,
  StepTarget,
} from '../report.ts';
import { usualWords } from './short-verdict.ts';
import { stepName } from './step-words.ts';
import { targetName } from './target-name.ts';
import { moneyText, valueText } from './value-text.ts';
import { versusName } from './versus-name.ts';
import { figureValue } from './wording.ts';

/** A step that can be told from its target. */
interface Judged extends StepPotential {
  readonly target: StepTarget;
  readonly attain: Estimate;
  readonly sureness: number;
  readonly topChance: number;
}

/**
 * Five plain sentences: what the LIVE made, what to change first, how sure that is, what the steps
 * bring together, and what it rests on. Every figure in them is a figure of the report. Fewer where
 * steps are unknown, or there is nothing to hold any of them against.
 */
export function narrativeOf(
  verdict: LiveVerdict,
  potential: Potential | undefined,
  currency: CurrencyCode | undefined,
): readonly Text[] {
  if (potential === undefined) return [{ key: 'report_narrative_missing' }];
  const judged = potential.steps.filter(isJudged);
  const pulled = judged.filter(({ verdict }) => verdict === 'pull');
  const [first] = pulled;
  const money = (value: number): TextValue => valueText('money-per-hour', value, currency);
  const end = (value: number): TextValue => moneyText(value, currency, 'bound');
  const interval = ({ value, low, high }: Estimate) => ({
    money: moneyText(value, currency, 'estimate'),
    low: end(low ?? value),
    high: end(high ?? value),
  });
  const made = madeText(verdict, potential, money, end);
  const { healthy } = potential;
  if (healthy === undefined) return [made, { key: 'report_narrative_incomparable' }];
  const basis = basisText(judged, potential.conditions);
  if (first === undefined) {
    const none: Text = {
      key: 'report_narrative_none',
      values: { healthy: percent(healthy) },
    };
    const [closest] = judged.filter(({ verdict }) => verdict === 'unsure');
    if (closest?.needs === undefined) {
      return [made, none, { key: 'report_narrative_noClosest' }, basis];
    }
    return [
      made,
      none,
      {
        key: 'report_narrative_closest',
        values: {
          step: stepName(closest),
          sureness: percent(closest.sureness),
          needs: { kind: 'phrase', phrase: closest.needs },
        },
      },
      { key: 'report_narrative_togetherNone', values: interval(closest.attain) },
      basis,
    ];
  }
  const own = verdict.steps.find(({ id }) => id === first.id)?.yours ?? first.now.value;
  // Where chance alone lifted it over its target, the level without chance is what is to rise.
  const yours = own < first.target.value ? own : first.now.value;
  return [
    made,
    {
      key: 'report_narrative_first',
      values: {
        step: stepName(first),
        now: figureValue(first.metric, yours, currency),
        goal: figureValue(first.metric, first.target.value, currency),
        target: targetName(first.target),
        ...interval(first.attain),
      },
    },
    {
      key: 'report_narrative_sure',
      values: { sureness: percent(first.sureness), top: percent(first.topChance) },
    },
    {
      key: 'report_narrative_together',
      values: {
        count: { kind: 'count', value: pulled.length },
        ...interval(potential.joint ?? first.attain),
      },
    },
    basis,
  ];
}

function isJudged(step: StepPotential): step is Judged {
  return step.sureness !== undefined;
}

function madeText(
  { yours: made, reference, difference = 0, isAsUsual }: LiveVerdict,
  { yours }: Potential,
  money: (value: number) => TextValue,
  end: (value: number) => TextValue,
): Text {
  if (made !== undefined && reference !== undefined) {
    const beside = difference < 0 ? 'report_narrative_money' : 'report_narrative_ahead';
    return {
      key:
        isAsUsual && usualWords(difference) === 'verdict_as_usual'
          ? 'report_narrative_usual'
          : beside,
      values: {
        yours: money(made),
        reference: versusName(reference.versus),
        benchmark: money(reference.value),
      },
    };
  }
  const { value, low = value, high = value } = yours;
  return {
    key: 'report_narrative_alone',
    values: { yours: money(value), low: end(low), high: end(high) },
  };
}

/**
 * The LIVEs behind the step that is ranked first; every step has about as many. Where their counts are
 * not known, what is attainable is still the median of their figures.
 */
function basisText([first]: readonly Judged[], conditions: Conditions): Text {
  const known = first?.prior.lives ?? 0;
  const lives = known || (first?.target.basis === 'own' ? (first.target.n ?? 0) : 0);
  return lives === 0
    ? { key: 'report_narrative_basisNone' }
    : {
        key: basisOf[known === 0 ? 'all' : conditions],
        values: { count: { kind: 'count', value: lives } },
      };
}

const basisOf = {
  'length-and-time': 'report_narrative_basisLengthAndTime',
  length: 'report_narrative_basisLength',
  all: 'report_narrative_basis',
} as const satisfies Record<Conditions, MessageKey>;

const percent = (value: number): TextValue => ({ kind: 'percent', value });
