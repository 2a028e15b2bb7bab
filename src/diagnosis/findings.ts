import { metric } from '../metrics/catalogue.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { Text } from '../metrics/text.ts';
import type { Factor, FactorInput, Outcome } from './factor.ts';
import {
  type Evidence,
  type Finding,
  type Potential,
  type StepId,
  type StepPotential,
  stepIds,
} from './report.ts';
import { targetName } from './text/target-name.ts';
import { figure as figureText, figureValue } from './text/wording.ts';

/**
 * Runs every factor and ranks what they say: gaps with money in the order of the potential; then
 * gaps without money, upstream first; then fine; then not enough data; then those that can't be
 * judged; then failures. The first factor that claims a step carries its money, so no money is counted
 * twice, and the potential decides its state. A factor that throws, or hands back what isn't a number,
 * becomes an `error` finding.
 */
export function findingsOf(
  factors: readonly Factor[],
  input: FactorInput,
  potential?: Potential,
): readonly Finding[] {
  const claimed = new Set<StepId>();
  const { currency } = input;
  const findings = factors.map((factor) => {
    const { moneyOf } = factor;
    const first = moneyOf !== undefined && !claimed.has(moneyOf);
    if (first) claimed.add(moneyOf);
    const finding = findingOf(factor, run(factor, input));
    const step = first ? potential?.steps.find(({ id }) => id === moneyOf) : undefined;
    return step === undefined ? finding : withPotential(finding, step, factor, currency);
  });
  const places = new Map(potential?.steps.map(({ id }, place) => [id, place]));
  return findings
    .map((finding) => rankedIn(places, finding))
    .sort((a, b) => a.state - b.state || a.place - b.place || a.depth - b.depth)
    .map(({ finding }) => finding);
}

function run(factor: Factor, input: FactorInput): Outcome | undefined {
  try {
    const outcome = factor.evaluate(input);
    return holdsNonNumber(outcome) ? undefined : outcome;
  } catch {
    return undefined;
  }
}

const states = { missing: 'cannot-judge', scarce: 'not-enough-data' } as const;

type Head = Pick<Finding, 'factor' | 'title' | 'lever' | 'group' | 'step' | 'isMeasured'>;

/** What all findings of a factor begin with. */
const heads = new WeakMap<Factor, Head>();

function headOf(factor: Factor): Head {
  const before = heads.get(factor);
  if (before !== undefined) return before;
  const step = factor.moneyOf ?? factor.explains;
  const head = {
    factor: factor.id,
    title: { key: factor.title },
    lever: factor.lever,
    group: factor.group,
    ...(step === undefined ? {} : { step }),
    ...(factor.isMeasured === true ? { isMeasured: factor.isMeasured } : {}),
  };
  heads.set(factor, head);
  return head;
}

type Draft = { -readonly [Part in keyof Finding]: Finding[Part] };

/** Its parts are assigned: spread into one another they would take V8 many times as long, for each of all factors. */
function findingOf(factor: Factor, outcome: Outcome | undefined): Finding {
  const head = headOf(factor);
  if (outcome === undefined) {
    const needs = { key: 'report_factor_failed' } as const;
    return Object.assign({}, head, { state: 'error', needs, evidence: [], stretches: [] } as const);
  }
  if (outcome.state === 'missing' || outcome.state === 'scarce') {
    const evidence = outcome.state === 'scarce' ? (outcome.evidence ?? []) : [];
    const { needs } = outcome;
    return Object.assign({}, head, {
      state: states[outcome.state],
      needs,
      evidence,
      stretches: [],
    });
  }
  const { state, brief, seen, advice, evidence, evidenceOf, stretches, minutes } = outcome;
  const said: Pick<Draft, 'state' | 'brief' | 'seen' | 'advice'> = { state, brief, seen };
  if (advice !== undefined) said.advice = advice;
  const shown: Pick<Draft, 'evidence' | 'evidenceOf'> = { evidence };
  if (evidenceOf !== undefined) shown.evidenceOf = evidenceOf;
  const marked: Pick<Draft, 'stretches' | 'minutes'> = { stretches: stretches ?? [] };
  if (minutes !== undefined) marked.minutes = minutes;
  return Object.assign({}, head, said, shown, marked);
}

/**
 * What the potential says of the step a factor carries: money and sureness where it is worth
 * changing; no gap where chance may explain it or nothing is to be gained. A factor that lacks an
 * input stays as it is.
 */
function withPotential(
  finding: Finding,
  step: StepPotential,
  factor: Factor,
  currency: CurrencyCode | undefined,
): Finding {
  const { metric: id, target, attain, sureness, verdict, needs, yours } = step;
  const judged = ['gap', 'fine', 'not-enough-data'].includes(finding.state);
  if (!judged || target === undefined || attain === undefined) return finding;
  const { advice, brief, seen, needs: asked, ...rest } = finding;
  const evidence = withTarget(
    finding.evidence,
    step,
    figureText(id, yours, currency),
    figureText(id, target.value, currency),
  );
  const values = {
    yours: figureValue(id, yours, currency),
    goal: figureValue(id, target.value, currency),
    target: targetName(target),
  };
  const words = {
    brief: brief ?? { key: 'report_step_brief', values },
    seen: seen ?? { key: 'report_step_pull', values },
  } as const;
  switch (verdict) {
    case 'pull':
      return {
        ...rest,
        ...(finding.state === 'gap'
          ? words
          : {
              brief: { key: 'report_step_brief', values },
              seen: { key: 'report_step_pull', values },
            }),
        state: 'gap',
        evidence,
        money: attain,
        ...(sureness === undefined ? {} : { sureness }),
        advice: advice ?? { key: factor.advises[0].key },
      };
    case 'unsure': {
      const settles = needs ?? asked;
      return {
        ...rest,
        ...words,
        state: 'not-enough-data',
        evidence,
        ...(settles === undefined ? {} : { needs: settles }),
      };
    }
    case 'fine':
      return {
        ...rest,
        brief: words.brief,
        seen: finding.state === 'fine' ? words.seen : { key: 'report_step_fine', values },
        state: 'fine',
        evidence,
      };
  }
}

/** The evidence with the target in the step's own row, which comes first where the factor has none. */
function withTarget(
  evidence: readonly Evidence[],
  step: StepPotential,
  yours: Text,
  target: Text,
): readonly Evidence[] {
  const { name } = metric(step.metric);
  const place = evidence.findIndex(({ label }) => label.key === name);
  const row = evidence[place];
  return row === undefined
    ? [{ label: { key: name }, yours, target }, ...evidence]
    : evidence.with(place, { ...row, target });
}

const order: readonly Finding['state'][] = [
  'gap',
  'fine',
  'not-enough-data',
  'cannot-judge',
  'error',
];

/** Where a finding stands: by its state, then by its money's place, then upstream first, as an earlier step feeds every later one. */
function rankedIn(places: ReadonlyMap<StepId, number>, finding: Finding) {
  const { state, step, money } = finding;
  const last = stepIds.length;
  return {
    finding,
    state: order.indexOf(state),
    place: step === undefined || money === undefined ? last : (places.get(step) ?? last),
    depth: step === undefined ? last : stepIds.indexOf(step),
  };
}

/** True if any number inside is NaN or infinite: such a figure must not reach a reader. */
function holdsNonNumber(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return false;
  for (const part of Object.values(value)) if (holdsNonNumber(part)) return true;
  return false;
}
