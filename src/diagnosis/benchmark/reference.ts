import type { Benchmark, PastLive } from '../../metrics/benchmark.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import type { Versus } from '../../metrics/versus.ts';
import { currencyOf } from '../currency.ts';
import { funnelKindOf, perHourIn, stepMetrics } from '../decomposition/funnel-kind.ts';
import { type FunnelKind, type StepId, stepIds, type TargetChoice } from '../report.ts';
import { type FeedProvenance, feedBenchmark } from './feed.ts';
import { historyOf } from './history.ts';
import { marketBenchmark } from './market.ts';
import { oneLiveBenchmark } from './one-live.ts';
import { ownBenchmark } from './own.ts';

/** What the seller wants a LIVE compared with. */
export interface AskedReference {
  readonly versus: Versus;
  /** The seller's own figures for the steps; kept while something else is chosen. */
  readonly targets?: Readonly<Partial<Record<StepId, number>>>;
  /** What the chosen feed says of the category; undefined where no feed says anything. */
  readonly feed?: FeedProvenance | undefined;
  readonly category?: CategoryId | undefined;
}

/** What a LIVE is compared with: everything that the report says of *usual*, *benchmark* and *target* rests on it. */
export interface Reference {
  /** What is asked for, or what stands in where that has no figure of the LIVE. */
  readonly versus: Versus;
  readonly benchmark: Benchmark;
  readonly target: TargetChoice;
}

/** What stands in where a choice has no figures, in this order. */
const standIns: readonly Versus[] = ['usual', 'market'];

/**
 * The reference that a choice comes to for one LIVE. One that has neither the GMV per hour nor a step, or a
 * feed that says nothing of the category, gives way to what is usual, and that to TikTok's comparison; where none of them has anything, to the usual,
 * which is empty then. `archived` needs no earlier uniting with the LIVEs that the session itself reports.
 */
export function referenceFor(
  asked: AskedReference,
  session: Session,
  archived: readonly PastLive[],
): Reference {
  const complete = completeSession(session);
  const currency = currencyOf(session);
  const kind = funnelKindOf(complete.figures);
  const past = historyOf(session, archived, currency);
  const usual = ownBenchmark(past, currency, asked.category);
  const benchmarkOf = (versus: Versus): Benchmark | undefined => {
    switch (versus) {
      case 'usual':
        return usual;
      case 'market':
        return marketBenchmark(complete);
      case 'feed':
        return asked.feed && feedBenchmark(asked.feed, currency);
      case 'last':
      case 'best': {
        const live = versus === 'last' ? past[0] : bestOf(past, kind, currency);
        return live && oneLiveBenchmark(versus, live, currency);
      }
      case 'targets':
        return tells(usual, kind) ? usual : marketBenchmark(complete);
    }
  };
  const chosen = [asked.versus, ...standIns].flatMap((versus) => {
    const benchmark = benchmarkOf(versus);
    const isNamed = versus === 'targets' || versus === 'feed';
    const holds = benchmark !== undefined && (isNamed || tells(benchmark, kind));
    return holds ? [{ versus, benchmark }] : [];
  });
  const { versus, benchmark } = chosen[0] ?? { versus: 'usual', benchmark: usual };
  return {
    versus,
    benchmark:
      asked.category === undefined ? benchmark : { ...benchmark, category: asked.category },
    // What stands in sets no targets of its own: what is attainable is told by the own LIVEs, however few.
    target: targetOf(
      versus === asked.versus ? versus : 'usual',
      asked.targets,
      limitsOf(complete, kind),
    ),
  };
}

/**
 * Of what is usual the target is what the seller reaches in one LIVE of four, as far as TikTok's line doesn't
 * lie lower; of another LIVE, a market or a feed it is their figure itself.
 */
function targetOf(
  versus: Versus,
  figures: AskedReference['targets'] = {},
  limits: Readonly<Partial<Record<StepId, number>>>,
): TargetChoice {
  switch (versus) {
    case 'usual':
      return { kind: 'attainable', limits };
    case 'targets':
      return { kind: 'custom', figures, limits };
    case 'last':
    case 'best':
    case 'market':
    case 'feed':
      return { kind: 'peer' };
  }
}

/** TikTok's lines of the steps: a step that lies above the market needs no more, however high the seller's own quarter. */
function limitsOf(complete: Session, kind: FunnelKind): Partial<Record<StepId, number>> {
  const { metrics } = marketBenchmark(complete);
  const steps = stepMetrics(kind);
  return Object.fromEntries(
    stepIds.flatMap((id) => {
      const line = metrics[steps[id]];
      return line?.kind === 'line' ? [[id, line.value]] : [];
    }),
  );
}

/** Whether a benchmark has the GMV per hour of such a LIVE, or one of its steps. */
function tells({ metrics }: Benchmark, kind: FunnelKind): boolean {
  const steps = stepMetrics(kind);
  return [perHourIn(kind), ...stepIds.map((id) => steps[id])].some(
    (id) => metrics[id] !== undefined,
  );
}

/**
 * The LIVE with the highest GMV per hour in the given currency, of those that were read whole: of one that
 * is only listed no step is known. Of the others where none was.
 */
function bestOf(
  past: readonly PastLive[],
  kind: FunnelKind,
  currency: CurrencyCode | undefined,
): PastLive | undefined {
  const steps = stepMetrics(kind);
  const whole = past.filter(({ figures }) =>
    stepIds.every((id) => numberOf(figures, steps[id]) !== undefined),
  );
  return highestOf(whole, kind, currency) ?? highestOf(past, kind, currency);
}

function highestOf(
  past: readonly PastLive[],
  kind: FunnelKind,
  currency: CurrencyCode | undefined,
): PastLive | undefined {
  let best: { readonly live: PastLive; readonly value: number } | undefined;
  for (const live of past) {
    const value = numberOf(live.figures, perHourIn(kind));
    const isSame = live.currency === undefined || live.currency === currency;
    if (value === undefined || !isSame || value <= (best?.value ?? 0)) continue;
    best = { live, value };
  }
  return best?.live;
}
