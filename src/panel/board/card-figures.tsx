import type { JSX } from 'preact';
import * as v from 'valibot';
import type { Pinned } from '../../metrics/board/pinned.ts';
import { isMoneyMetric, type MetricId, metric } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { seconds } from '../../metrics/time.ts';
import { useI18n } from '../design/i18n.ts';
import { formatAmount, formatFigure } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { wholeMinutes } from '../whole-minutes.ts';

/** GMV/h, impressions/h and the factor's level of the pinned LIVE, beside the LIVE in view where both can be compared. */
export function PinnedFigures({ pinned }: { pinned: Pinned }): JSX.Element | null {
  const { t, locale } = useI18n();
  const app = useApp();
  const { session } = app.room.view.value;
  const currencyHere = app.report.report.value?.currency ?? session?.currency;
  const { currency, figures, room } = pinned.room;
  const ids = metricsOf(pinned);
  const rows = ids.flatMap((id) => {
    const clip = pinned.kind === 'clip' && pinned.clip.metric === id ? pinned.clip : undefined;
    // A clip's level is that of its LIVE's best minutes, which a whole LIVE can't be held against.
    const span = clip?.level === undefined ? undefined : seconds(clip.to - clip.from);
    const value = clip?.level ?? figures[id];
    if (value === undefined) return [];
    const money = isMoneyMetric(id);
    // Another currency says nothing about this one, and a LIVE is not compared with itself.
    const comparable = session !== undefined && session.room.id !== room;
    const same = !money || (currency !== undefined && currency === currencyHere);
    const whole = (): number | undefined => session && numberOf(session.figures, id);
    const level = span === undefined ? whole() : app.streams.mine.value.best(id, span);
    const here = comparable && same ? level : undefined;
    return [
      {
        id,
        span,
        value: formatFigure(id, value, { currency, locale }),
        here:
          here === undefined
            ? undefined
            : formatFigure(id, here, { currency: currencyHere, locale }),
      },
    ];
  });
  return (
    <>
      {rows.length > 0 && (
        <dl class="pinned-figures">
          {rows.map(({ id, span, value, here }) => (
            <div key={id}>
              <dt>{shortName(id, t)}</dt>
              <dd>
                <b>{value}</b>{' '}
                {here !== undefined && (
                  <span class="quiet">
                    {span === undefined
                      ? t('board_against', { figure: { kind: 'text', text: here } })
                      : t('board_against_best', {
                          length: { kind: 'duration', seconds: wholeMinutes(span) },
                          figure: { kind: 'text', text: here },
                        })}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {pinned.kind === 'factor' && pinned.money !== undefined && <Worth money={pinned.money} />}
    </>
  );
}

/** What the factor's step could have brought when it was pinned. */
function Worth({
  money: { value, low, high, currency: code },
}: {
  money: NonNullable<Extract<Pinned, { kind: 'factor' }>['money']>;
}): JSX.Element {
  const { t, locale } = useI18n();
  const read = v.safeParse(CurrencyCodeSchema, code);
  const currency = read.success ? read.output : undefined;
  const amount = (of: number) =>
    ({ kind: 'text', text: formatAmount(of, { currency, locale }) }) as const;
  return (
    <p class="quiet">
      {low === undefined || high === undefined
        ? t('board_worth', { value: amount(value) })
        : t('board_worth_between', {
            value: amount(value),
            low: amount(low),
            high: amount(high),
          })}
    </p>
  );
}

/** The factor's own metric first. */
function metricsOf(pinned: Pinned): readonly MetricId[] {
  const own =
    pinned.kind === 'clip'
      ? pinned.clip.metric
      : pinned.kind === 'factor'
        ? pinned.metric
        : undefined;
  const all: MetricId[] = ['gmvPerHour', 'impressionsPerHour'];
  return own === undefined || all.includes(own) ? all : [own, ...all];
}

function shortName(id: MetricId, say: ReturnType<typeof useI18n>['t']): string {
  if (id === 'gmvPerHour') return say('benchmarks_gmv_short');
  if (id === 'impressionsPerHour') return say('benchmarks_impressions_short');
  return say(metric(id).name);
}
