import type { JSX } from 'preact';
import { moneyIn, ordersOf } from '../../diagnosis/decomposition/funnel-kind.ts';
import type { LiveVerdict, Report } from '../../diagnosis/report.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { metric as catalogueEntry, type MetricId } from '../../metrics/catalogue.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { formatPercent } from '../../platform/format.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { VersusSelect } from '../versus/versus-select.tsx';

const tones = { below: 'low', usual: 'plain', above: 'high' } as const;

/** The verdict in one line, and the figures that a seller looks for first. */
export function VerdictLine({ report }: { report: Report }): JSX.Element {
  const { t, write, locale } = useI18n();
  const { verdict, funnel } = report;
  const { metric, yours, reference } = verdict;
  const style = { currency: report.currency, locale };
  const figure = (id: MetricId, value: number): string => formatFigure(id, value, style);
  const perHour = (value: number): string =>
    t('factor_shared_perHour', { value: { kind: 'text', text: figure(metric, value) } });
  const total = (id: MetricId): number | undefined =>
    report.comparisons.find((one) => one.metric === id)?.yours;
  const money = moneyIn(funnel);
  const totals: readonly (readonly [MetricId, MessageKey])[] = [
    [money, catalogueEntry(money).name],
    [ordersOf(funnel), 'verdict_orders'],
    ['viewers', 'verdict_viewers'],
  ];
  return (
    <>
      <div class="verdict-tag">
        <Tag verdict={verdict} />
        <VersusSelect />
      </div>
      <p class="verdict-headline">{write(report.headline)}</p>
      <ul class="verdict-totals" aria-label={t('verdict_totals')}>
        {yours !== undefined && (
          <li>
            <b class="verdict-figure">{perHour(yours)}</b>
          </li>
        )}
        {reference !== undefined && (
          <li class="verdict-reference">
            {t('verdict_reference', {
              reference: versusName(reference.versus),
              value: { kind: 'text', text: perHour(reference.value) },
            })}
          </li>
        )}
        {totals.map(([id, label]) => {
          const value = total(id);
          return (
            value !== undefined && (
              <li key={id}>
                <b>{figure(id, value)}</b>{' '}
                {write({ key: label, values: { count: { kind: 'count', value } } })}
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}

/** How far the LIVE lies from its reference; in colour only outside of what is usual. */
function Tag({
  verdict: { isAsUsual, difference, side, reference },
}: {
  verdict: LiveVerdict;
}): JSX.Element | null {
  const { t, locale } = useI18n();
  const asked = useApp().settings.settings.value.versus;
  if (difference === undefined || side === undefined || reference === undefined) return null;
  // Outside of what is usual on the side that the difference says.
  const isOut = side === 'below' ? difference < 0 : side === 'above' && difference > 0;
  const tone = isOut ? tones[side] : 'plain';
  const share = formatPercent(Math.round(Math.abs(difference) * 100) / 100, locale);
  const values = {
    share: { kind: 'text', text: share },
    reference: versusName(reference.versus),
  } as const;
  // The choice beside it says of what, unless something else stands in.
  const isNamed = reference.versus === asked;
  const words = difference < 0 ? 'verdict_below' : 'verdict_above';
  return (
    <Chip tone={tone} shape={isAsUsual ? 'flat' : difference < 0 ? 'down' : 'up'}>
      {isAsUsual ? t('verdict_as_usual') : t(isNamed ? `${words}_short` : words, values)}
    </Chip>
  );
}
