import { isOfOthers } from '../../metrics/benchmark.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';
import type { FactorInput, Outcome } from '../factor.ts';
import { isBehind } from '../metric-verdict.ts';
import type { Comparison, Evidence, NoVerdict } from '../report.ts';
import { basisName } from '../text/basis-name.ts';
import { between, count, figure, message, phrase } from '../text/wording.ts';
import { readMean, readShare, type SampleReading } from './chance.ts';
import { CLOSE_RATIO } from './constants.ts';

/** What a figure rests on, for telling a gap from chance. */
interface Sample {
  /** The count that the figure is a share or a mean of. */
  readonly of: MetricId;
  /** The sentence that asks for `count` more of it. */
  readonly more: MessageKey;
  /** Spread of one member around the mean, where the figure is a mean; a share knows its own. */
  readonly cv?: number;
}

/** How a factor that is one or more metrics is judged. */
export interface Judging {
  /** Judged each by itself; one that is below makes the gap. */
  readonly metrics: readonly MetricId[];
  /** Takes {metric}, {yours} and {against}. */
  readonly seen: MessageKey;
  readonly advice: MessageKey;
  readonly sample: Sample;
  /** Further metrics that are shown and not judged. */
  readonly shown?: readonly MetricId[];
}

type Verdict =
  | { readonly state: 'below'; readonly than: 'benchmark' | 'usual' }
  | { readonly state: 'not-below' }
  | { readonly state: 'scarce'; readonly more: number }
  | { readonly state: 'missing'; readonly needs: Text };

/**
 * Judges metrics against the benchmark and against the seller's own usual band (p25 to p75). Below
 * either, beyond chance, is a gap; without one, the first metric that has a figure decides. Where the
 * benchmark is the median of the seller's own LIVEs, the usual band decides: half of all LIVEs lie
 * below their median.
 */
export function judge(input: FactorInput, plan: Judging): Outcome {
  const judged = plan.metrics.map((id) => {
    const comparison = input.compare(id);
    return { comparison, verdict: verdictOn(input, comparison, plan.sample) };
  });
  const evidence = rows(input, [...plan.metrics, ...(plan.shown ?? [])]);

  const below = judged.find(({ verdict }) => verdict.state === 'below');
  const even = judged.find(({ verdict }) => verdict.state === 'not-below');
  const first = judged.find(({ verdict }) => verdict.state !== 'missing')?.verdict;
  if (below === undefined && first?.state === 'scarce') {
    const needs = { key: plan.sample.more, values: { count: count(first.more) } };
    return { state: 'scarce', needs, evidence };
  }
  const shown = below ?? even;
  const words = shown === undefined ? undefined : wordsFor(input, shown, plan.seen);
  if (words === undefined) {
    // What a known figure lacks says more than that another figure isn't there.
    const known = judged.find(({ comparison }) => comparison.yours !== undefined) ?? judged[0];
    const missing = known?.verdict;
    const needs = missing?.state === 'missing' ? missing.needs : lacks(plan.sample.of);
    return { state: 'missing', needs };
  }
  return below === undefined
    ? { state: 'fine', ...words, evidence }
    : { state: 'gap', ...words, advice: { key: plan.advice }, evidence };
}

/** Says which metric isn't among the LIVE's figures. */
export function lacks(id: MetricId): Text {
  return { key: 'factor_shared_needsMetric', values: { metric: message(metric(id).name) } };
}

/** One row of evidence for each metric that has a figure. */
export function rows(input: FactorInput, ids: readonly MetricId[]): Evidence[] {
  const { currency } = input;
  return ids.flatMap((id) => {
    const { yours, benchmark, usual } = input.compare(id);
    if (yours === undefined) return [];
    return [
      {
        label: { key: metric(id).name },
        yours: figure(id, yours, currency),
        ...(benchmark === undefined ? {} : { benchmark: figure(id, benchmark.value, currency) }),
        ...(usual === undefined ? {} : { usual: band(id, usual, currency) }),
      },
    ];
  });
}

function verdictOn(input: FactorInput, comparison: Comparison, sample: Sample): Verdict {
  const { metric: id, yours, benchmark, usual, verdict } = comparison;
  if (yours === undefined) return { state: 'missing', needs: lacks(id) };
  const reason = typeof verdict === 'object' ? verdict.none : undefined;
  if (reason === 'unknown-denominator' || reason === 'contradicts') {
    return { state: 'missing', needs: doubt(id, reason) };
  }
  const n = numberOf(input.session.figures, sample.of);
  if (n === undefined) return { state: 'missing', needs: lacks(sample.of) };

  const ownAndUsual =
    benchmark !== undefined &&
    !isOfOthers(benchmark.basis) &&
    usual !== undefined &&
    yours >= usual.p25;
  const toBenchmark =
    benchmark === undefined || !isBehind(comparison) || ownAndUsual
      ? undefined
      : read(id, yours, n, benchmark.value, sample.cv);
  if (toBenchmark?.reading === 'below') return { state: 'below', than: 'benchmark' };
  const toUsual =
    usual === undefined || yours >= usual.p25
      ? undefined
      : read(id, yours, n, usual.p25, sample.cv);
  if (toUsual?.reading === 'below') return { state: 'below', than: 'usual' };
  if (benchmark === undefined && usual === undefined) {
    return {
      state: 'missing',
      needs: { key: 'factor_shared_needsAnchor', values: { metric: message(metric(id).name) } },
    };
  }
  const target = Math.min(benchmark?.value ?? Infinity, usual?.p25 ?? Infinity);
  const untold = [toBenchmark, toUsual, read(id, target, n, target, sample.cv)].find(
    (reading) => reading?.reading === 'scarce',
  );
  return untold?.reading === 'scarce'
    ? { state: 'scarce', more: untold.more }
    : { state: 'not-below' };
}

/**
 * A rate below 1 is read as a share of tries; everything else as a mean. What lies so close below
 * that only an unreal number of tries could tell is not below.
 */
function read(
  id: MetricId,
  yours: number,
  n: number,
  target: number,
  cv: number | undefined,
): SampleReading {
  if (target <= 0) return { reading: 'not-below' };
  const share = metric(id).unit === 'rate' && cv === undefined && yours <= 1 && target < 1;
  const reading = share ? readShare(yours, n, target) : readMean(yours, n, target, cv ?? 1);
  const close = yours < target && yours >= target * CLOSE_RATIO;
  return close && reading.reading === 'scarce' ? { reading: 'not-below' } : reading;
}

function doubt(id: MetricId, reason: NoVerdict): Text {
  return {
    key:
      reason === 'contradicts' ? 'factor_shared_needsAgreement' : 'factor_shared_needsDenominator',
    values: { metric: message(metric(id).name) },
  };
}

function band(
  id: MetricId,
  usual: NonNullable<Comparison['usual']>,
  currency: CurrencyCode | undefined,
): Text {
  return between(figure(id, usual.p25, currency), figure(id, usual.p75, currency));
}

/** The short phrase and the sentence, naming whose the benchmark is. */
function wordsFor(
  input: FactorInput,
  shown: { readonly comparison: Comparison; readonly verdict: Verdict },
  seen: MessageKey,
): { readonly brief: Text; readonly seen: Text } | undefined {
  const { metric: id, yours, benchmark, usual } = shown.comparison;
  if (yours === undefined) return undefined;
  const { currency } = input;
  const value = phrase(figure(id, yours, currency));
  const usually = usual === undefined ? undefined : phrase(band(id, usual, currency));
  const peer =
    benchmark === undefined
      ? undefined
      : {
          benchmark: phrase(figure(id, benchmark.value, currency)),
          basis: basisName(benchmark.basis),
        };
  const byUsual = shown.verdict.state === 'below' && shown.verdict.than === 'usual';

  if (peer !== undefined && usually !== undefined) {
    const against = phrase({
      key: 'factor_shared_againstBoth',
      values: { ...peer, usual: usually },
    });
    return {
      brief: byUsual ? briefUsual(value, usually) : briefBenchmark(value, peer.benchmark),
      seen: { key: seen, values: { metric: message(metric(id).name), yours: value, against } },
    };
  }
  if (peer !== undefined) {
    const against = phrase({ key: 'factor_shared_againstBenchmark', values: peer });
    return {
      brief: briefBenchmark(value, peer.benchmark),
      seen: { key: seen, values: { metric: message(metric(id).name), yours: value, against } },
    };
  }
  if (usually === undefined) return undefined;
  const against = phrase({ key: 'factor_shared_againstUsual', values: { usual: usually } });
  return {
    brief: briefUsual(value, usually),
    seen: { key: seen, values: { metric: message(metric(id).name), yours: value, against } },
  };
}

type Value = NonNullable<Text['values']>[string];

const briefBenchmark = (yours: Value, benchmark: Value): Text => ({
  key: 'factor_shared_briefBenchmark',
  values: { yours, benchmark },
});

const briefUsual = (yours: Value, usual: Value): Text => ({
  key: 'factor_shared_briefUsual',
  values: { yours, usual },
});
