import type { PastLive } from '../metrics/benchmark.ts';
import { metric as metricOf } from '../metrics/catalogue.ts';
import { numberOf } from '../metrics/figure.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { Versus } from '../metrics/versus.ts';
import { perHourIn } from './decomposition/funnel-kind.ts';
import type { LiveContext } from './live-context.ts';
import type {
  Comparison,
  LiveVerdict,
  Potential,
  StepId,
  StepPotential,
  StepTarget,
  VerdictLive,
  VerdictReference,
  VerdictStep,
} from './report.ts';
import { differenceFrom } from './statistics/same.ts';
import { stepIds } from './step-id.ts';
import { headlineOf, whyNotLongest } from './text/verdict-text.ts';
import { versusOf } from './text/versus-of.ts';
import { usable } from './usable.ts';
import { sideOf } from './usual-side.ts';

/** Earlier LIVEs in the picture. */
const EARLIER_SHOWN = 11;

/** How a LIVE went against what it is compared with. */
export function verdictOf(
  live: LiveContext,
  versus: Versus,
  potential: Potential | undefined,
): LiveVerdict {
  const metric = perHourIn(live.funnel.kind);
  const comparison = live.compare(metric);
  const { yours } = comparison;
  const written = { unit: metricOf(metric).unit, currency: live.currency };
  const reference = referenceOf(versus, comparison, potential);
  const steps = stepIds.map((id) => stepOf(id, live, potential));
  const first = potential?.steps.find(({ verdict }) => verdict === 'pull')?.id;
  const side = yours === undefined ? undefined : sideOf(yours, comparison.usual, reference?.value);
  const about = {
    ...(first === undefined ? {} : { first }),
    ...(side === undefined ? {} : { side }),
    steps,
  };
  const why = whyNotLongest(about);
  return {
    versus,
    metric,
    ...about,
    isAsUsual: side === 'usual' && versus === 'usual' && reference?.versus === 'usual',
    ...(yours === undefined ? {} : { yours }),
    ...(reference === undefined ? {} : { reference }),
    ...(yours === undefined || reference === undefined
      ? {}
      : { difference: differenceFrom(yours, reference.value, written) }),
    headline: headlineOf({
      ...about,
      // Without a usual range "as usual" and "below" are more than is known.
      side: comparison.usual === undefined && side !== 'above' ? undefined : side,
    }),
    ...(why === undefined ? {} : { whyNotLongest: why }),
    lives: livesOf(live, metric, comparison, reference?.value),
  };
}

/** The benchmark's GMV per hour; of the seller's own targets their product, once every step has one. */
function referenceOf(
  versus: Versus,
  { benchmark }: Comparison,
  potential: Potential | undefined,
): VerdictReference | undefined {
  const targets = potential?.steps.map(({ target }) => target) ?? [];
  if (versus === 'targets' && targets.length > 0 && targets.every(isCustom)) {
    return { versus, value: targets.reduce((product, one) => product * (one?.value ?? 0), 1) };
  }
  if (benchmark === undefined || !(benchmark.value > 0)) return undefined;
  const { basis, value, n } = benchmark;
  return { versus: versusOf(basis), value, ...(n === undefined ? {} : { n }) };
}

const isCustom = (target: StepTarget | undefined): boolean => target?.kind === 'custom';

function stepOf(id: StepId, live: LiveContext, potential: Potential | undefined): VerdictStep {
  const metric = live.funnel.metrics[id];
  const comparison = live.compare(metric);
  const yours = comparison.yours ?? live.funnel.steps[id];
  const step = potential?.steps.find((one) => one.id === id);
  const side =
    yours === undefined ? undefined : sideOf(yours, comparison.usual, comparison.benchmark?.value);
  const state = stateOf(step, yours);
  return {
    id,
    metric,
    ...(yours === undefined ? {} : { yours }),
    ...(step?.target === undefined ? {} : { target: step.target }),
    ...(side === undefined ? {} : { side }),
    state,
    ...(step?.attain !== undefined && (state === 'worth' || state === 'unsure')
      ? { money: step.attain }
      : {}),
  };
}

/** A step that reached its target is in doubt for nobody who looks at it, whatever chance had to do with it. */
function stateOf(step: StepPotential | undefined, yours: number | undefined): VerdictStep['state'] {
  if (step?.target === undefined) return 'untold';
  if (step.verdict === 'pull') return 'worth';
  if (yours !== undefined && yours >= step.target.value) return 'reached';
  return step.verdict;
}

function livesOf(
  { session, past, currency }: LiveContext,
  metric: LiveVerdict['metric'],
  comparison: Comparison,
  reference: number | undefined,
): readonly VerdictLive[] {
  const { id: room, startedAt } = session.room;
  const { yours } = comparison;
  if (yours === undefined || startedAt === undefined) return [];
  const shown: Omit<VerdictLive, 'side'>[] = [];
  for (const live of past) {
    if (shown.length === EARLIER_SHOWN) break;
    const value = moneyPerHour(live, metric, currency);
    if (value === undefined) continue;
    const { room: id, startedAt: start } = live;
    shown.push({ startedAt: start, value, ...(id === undefined ? {} : { room: id }) });
  }
  if (shown.length === 0) return [];
  return [{ room, startedAt, value: yours }, ...shown].reverse().map((live) => {
    const side = sideOf(live.value, comparison.usual, reference);
    return { ...live, ...(side === undefined ? {} : { side }) };
  });
}

function moneyPerHour(
  { figures, currency }: PastLive,
  metric: LiveVerdict['metric'],
  wanted: CurrencyCode | undefined,
): number | undefined {
  return currency === undefined || currency === wanted
    ? usable(numberOf(figures, metric))
    : undefined;
}
