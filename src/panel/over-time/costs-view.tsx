import type { JSX } from 'preact';
import type { NoCost, StepCost, StepCosts } from '../../diagnosis/over-time/step-costs.ts';
import { stepName } from '../../diagnosis/text/step-words.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { type I18n, useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { TableScroll } from '../design/table-scroll.tsx';
import { type FigureStyle, formatAmount } from '../figures.ts';
import type { OverTime } from '../state/over-time.ts';
import { useStepCosts } from '../state/use-step-costs.ts';
import { inWords, styleOf } from './words.ts';

/** What each step cost over the last 4 and 12 weeks, one by one. */
export function CostsView({ over }: { over: OverTime }): JSX.Element {
  const i18n = useI18n();
  const { t, write } = i18n;
  const costs = useStepCosts(over);
  const style = styleOf(over, i18n);
  if (costs.state === 'failed') {
    return <Notice tone="fault">{write(costs.fault.text)}</Notice>;
  }
  if (costs.state === 'working') {
    return (
      <p class="quiet over-time-none" aria-busy="true">
        {t('over_time_costs_working', {
          done: inWords.count(costs.done),
          all: inWords.count(costs.of),
        })}
      </p>
    );
  }
  const { four, twelve } = costs;
  return (
    <>
      <p class="over-time-peak">{mostSaid(twelve, style, i18n)}</p>
      <TableScroll label={t('over_time_tab_costs')}>
        <table
          class="table table-lines cost-table"
          aria-label={t('over_time_tab_costs')}
          style={{ '--figures': 2 }}
        >
          <thead>
            <tr>
              <th scope="col">{t('over_time_costs_step')}</th>
              <th scope="col">{t('over_time_reach_4')}</th>
              <th scope="col">{t('over_time_reach_12')}</th>
            </tr>
          </thead>
          <tbody>
            {twelve.steps.map((step, place) => (
              <tr key={step.id} class={step.id === twelve.most?.id ? 'cost-most' : undefined}>
                <th scope="row">{write({ key: 'step_named', ...namedStep(step) })}</th>
                <Cost step={four.steps[place]} style={style} />
                <Cost step={step} style={style} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <div class="small over-time-notes">
        <p>
          <b>{t('over_time_costs_overlap')}</b>
        </p>
        <p class="quiet">{t('over_time_costs_what')}</p>
        <Rests costs={four} when="over_time_reach_4" />
        <Rests costs={twelve} when="over_time_reach_12" />
        <p class="quiet">{t('over_time_costs_interval')}</p>
      </div>
    </>
  );
}

/** The words of a step, as `step_named` takes them. */
function namedStep(step: StepCost) {
  const name = stepName(step);
  return name.kind === 'phrase' && name.phrase.values !== undefined
    ? { values: name.phrase.values }
    : {};
}

function mostSaid({ most, steps }: StepCosts, style: FigureStyle, { t }: I18n): string {
  if (most === undefined) {
    return t(
      steps.some(({ told }) => told > 0) ? 'over_time_costs_none' : 'over_time_costs_none_told',
    );
  }
  const { value, low, high } = most.cost;
  const values = {
    step: stepName(most),
    value: inWords.text(formatAmount(value, { ...style, detail: 'estimate' })),
  };
  return low === undefined || high === undefined
    ? t('over_time_costs_most', values)
    : t('over_time_costs_most_range', { ...values, ...endsOf({ low, high }, style) });
}

const endsOf = ({ low, high }: { low: number; high: number }, style: FigureStyle) => ({
  low: inWords.text(formatAmount(low, { ...style, detail: 'bound' })),
  high: inWords.text(formatAmount(high, { ...style, detail: 'bound' })),
});

function Cost({ step, style }: { step: StepCost | undefined; style: FigureStyle }): JSX.Element {
  const { t } = useI18n();
  if (step === undefined || step.told === 0) {
    return <td class="quiet">{t('over_time_costs_untold')}</td>;
  }
  const { cost, costly, told } = step;
  const { value, low, high } = cost;
  return (
    <td>
      {costly === 0 ? (
        t('over_time_costs_nothing')
      ) : (
        <>
          <b>{formatAmount(value, { ...style, detail: 'estimate' })}</b>
          {low !== undefined && high !== undefined && (
            <small>{t('over_time_costs_range', endsOf({ low, high }, style))}</small>
          )}
        </>
      )}
      <small class="quiet">
        {t('over_time_costs_in', { costly: inWords.count(costly), told: inWords.count(told) })}
      </small>
    </td>
  );
}

const reasons = {
  running: 'over_time_out_running',
  unknown: 'over_time_out_unknown',
  'other-money': 'over_time_out_other_money',
} as const satisfies Record<NoCost, MessageKey>;

/** Which LIVEs a column rests on, and which are left out and why. */
function Rests({ costs, when }: { costs: StepCosts; when: MessageKey }): JSX.Element {
  const { t, locale } = useI18n();
  const { lives, hours, provisional, leftOut } = costs;
  return (
    <p class="quiet">
      {t('over_time_costs_for', {
        when: { kind: 'message', message: when },
        count: inWords.count(lives),
        hours: inWords.hours(hours, locale),
      })}
      {provisional > 0 && ` ${t('over_time_costs_moving', { count: inWords.count(provisional) })}`}
      {(['running', 'unknown', 'other-money'] as const).map((reason) => {
        const count = leftOut[reason];
        return count === undefined ? '' : ` ${t(reasons[reason], { count: inWords.count(count) })}`;
      })}
    </p>
  );
}
