import { metric } from '../../metrics/catalogue.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';
import type { StepId } from '../report.ts';
import { observationsToTell, triesToTell } from '../statistics/sample-size.ts';
import type { StepKnowledge } from '../uncertainty/steps.ts';

/** Asking for more than this many times what is there is asking for another shop. */
const MOST_TIMES = 20;

/** Own LIVEs from which on more of them say little new of what is attainable. */
const LIVES_ENOUGH = 12;

const asks = {
  tapThroughRate: 'report_needs_impressions',
  liveCtr: 'report_needs_views',
  ctor: 'report_needs_clicks',
  aov: 'report_needs_orders',
} as const satisfies Record<Exclude<StepId, 'impressionsPerHour'>, MessageKey>;

/**
 * What would settle whether a step lies below its target: about so many more counts (80 % power,
 * one-sided 5 %, its own over-dispersion), else more own LIVEs, else nothing: it lies within what
 * changes from one LIVE to the next.
 *
 * @param now the step, counting noise taken out
 */
export function needsOf(step: StepKnowledge, now: number, target: number): Text {
  const more = countsMissing(step, now, target);
  if (more !== undefined && step.id !== 'impressionsPerHour') return asking(asks[step.id], more);
  const lives = LIVES_ENOUGH - (step.level?.lives ?? 0);
  return lives > 0
    ? asking('report_needs_lives', lives)
    : {
        key: 'report_needs_nothing',
        values: { metric: { kind: 'message', message: metric(step.metric).name } },
      };
}

const asking = (key: MessageKey, value: number): Text => ({
  key,
  values: { count: { kind: 'count', value } },
});

function countsMissing(
  { tally, dispersion }: StepKnowledge,
  now: number,
  target: number,
): number | undefined {
  if (tally === undefined) return undefined;
  const needed =
    tally.form === 'mean'
      ? observationsToTell(now, target, dispersion)
      : (triesToTell(now, target) ?? Number.NaN) * dispersion;
  if (needed === undefined || !(needed > tally.n && needed < MOST_TIMES * tally.n))
    return undefined;
  return roundedUp(needed - tally.n);
}

/** Rounded up to two digits: the figure is a rule of thumb. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}
