import type { MessageKey, Text } from '../metrics/text.ts';
import type { Factor, FactorInput, Outcome } from './factor.ts';
import { type Estimate, type Finding, type StepId, stepIds } from './report.ts';
import {
  moneyOfStep,
  type Noise,
  noiseOf,
  type Shortfall,
  shortfallOf,
  surenessOf,
} from './uncertainty.ts';

/** A step is called a gap with at least this probability, and where its money could matter. */
const SURE_ENOUGH = 0.8;
/** Share of GMV per hour below which nothing is gained by more data. */
const MATERIAL_SHARE = 0.02;

/**
 * Runs every factor and ranks what they say: gaps by money, upstream first on ties; then gaps
 * without money; then fine; then not enough data; then those that can't be judged; then failures.
 * The first factor that claims a step carries its money, so no money is counted twice. A factor
 * that throws, or hands back what isn't a number, becomes an `error` finding.
 */
export function findingsOf(factors: readonly Factor[], input: FactorInput): readonly Finding[] {
  const noise = noiseOf(input.session);
  const claimed = new Set<StepId>();
  const findings = factors.map((factor) => {
    const { moneyOf } = factor;
    const first = moneyOf !== undefined && !claimed.has(moneyOf);
    if (first) claimed.add(moneyOf);
    const finding = findingOf(factor, run(factor, input));
    return first ? withMoney(finding, moneyOf, input, noise) : finding;
  });
  return findings
    .map((finding, place) => ({ finding, place }))
    .sort((a, b) => rank(a.finding, b.finding) || a.place - b.place)
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

function findingOf(factor: Factor, outcome: Outcome | undefined): Finding {
  const step = factor.moneyOf ?? factor.explains;
  const head = {
    factor: factor.id,
    title: { key: factor.title },
    lever: factor.lever,
    group: factor.group,
    ...(step === undefined ? {} : { step }),
  };
  if (outcome === undefined) {
    const needs = { key: 'report_factor_failed' } as const;
    return { ...head, state: 'error', needs, evidence: [], stretches: [] };
  }
  if (outcome.state === 'missing' || outcome.state === 'scarce') {
    const evidence = outcome.state === 'scarce' ? (outcome.evidence ?? []) : [];
    const { needs } = outcome;
    return { ...head, state: states[outcome.state], needs, evidence, stretches: [] };
  }
  const { state, brief, seen, advice, evidence, stretches } = outcome;
  return {
    ...head,
    state,
    brief,
    seen,
    ...(advice === undefined ? {} : { advice }),
    evidence,
    stretches: stretches ?? [],
  };
}

/** A gap's money is its step's share of the gap; where chance could explain it, it is no gap yet. */
function withMoney(finding: Finding, id: StepId, input: FactorInput, noise: Noise): Finding {
  const { gap, session } = input;
  if (finding.state !== 'gap' || gap.state !== 'split') return finding;
  const step = gap.steps.find((other) => other.id === id);
  if (step === undefined || !(step.contribution > 0)) return finding;
  const money = moneyOfStep(gap, step, noise);
  const sureness = surenessOf(step, session.figures, noise);
  const shortfall = shortfallOf(step, session);
  if (shortfall !== undefined && isUnsettled(money, sureness, gap.yours)) {
    const { advice: _, ...rest } = finding;
    return { ...rest, state: 'not-enough-data', needs: needsText(shortfall) };
  }
  return { ...finding, money, ...(sureness === undefined ? {} : { sureness }) };
}

function isUnsettled(money: Estimate, sureness: number | undefined, yours: number): boolean {
  if (sureness === undefined || sureness >= SURE_ENOUGH) return false;
  return (money.high ?? money.value) > MATERIAL_SHARE * yours;
}

const needsKeys = {
  impressions: 'report_needs_impressions',
  views: 'report_needs_views',
  clicks: 'report_needs_clicks',
  orders: 'report_needs_orders',
} as const satisfies Record<Shortfall['of'], MessageKey>;

function needsText({ of, count }: Shortfall): Text {
  return { key: needsKeys[of], values: { count: { kind: 'count', value: count } } };
}

const order: readonly Finding['state'][] = [
  'gap',
  'fine',
  'not-enough-data',
  'cannot-judge',
  'error',
];

function rank(a: Finding, b: Finding): number {
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    Number(b.money !== undefined) - Number(a.money !== undefined) ||
    (b.money?.value ?? 0) - (a.money?.value ?? 0) ||
    depth(a) - depth(b)
  );
}

/** Upstream first: fixing an earlier step feeds every later one. */
function depth({ step }: Finding): number {
  return step === undefined ? stepIds.length : stepIds.indexOf(step);
}

/** True if any number inside is NaN or infinite: such a figure must not reach a reader. */
function holdsNonNumber(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNonNumber);
}
