import type { JSX } from 'preact';
import type { Score } from '../../diagnosis/course/pin-scorecards.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import { formatDecimal, formatDuration, formatRate } from '../../platform/format.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { type FigureStyle, formatAmount, orDash } from '../figures.ts';
import { pinLooks } from './pin-verdict.ts';

/** Which columns the table of pins has: those that say something of some row. */
export interface PinColumns {
  readonly verdict: boolean;
  readonly lift: boolean;
}

/** One product or one pin of it: how long, what it earned, and its product clicks against the rest of the LIVE. */
export function PinRow({
  score,
  name,
  style,
  columns,
  own,
}: {
  score: Score;
  name: string;
  style: FigureStyle;
  columns: PinColumns;
  /** The product's own figures of the whole LIVE; absent for a single pin. */
  own?: {
    readonly gmv: number | undefined;
    /** The most that a product in the table earned per pinned minute: the length of a whole bar. */
    readonly most: number;
    readonly ctr: number | undefined;
  };
}): JSX.Element {
  const { t } = useI18n();
  const clicks = score.lifts.find(({ metric }) => metric === 'productClicks');
  const perMinute = (value: number): string => formatDecimal(value, 1, style.locale);
  return (
    <tr class={own === undefined ? 'row-detail' : undefined}>
      <th scope="row" class="table-name">
        <span>{name}</span>
      </th>
      {columns.verdict && (
        <td class="pin-verdict">
          <Verdict score={score} />
        </td>
      )}
      <td>{formatDuration(inWholeMinutes(score.pinned), style.locale)}</td>
      <td class="pin-gmv">
        {own?.gmv !== undefined && (
          <>
            <span class="pin-bar" aria-hidden="true">
              <i style={{ '--to': `${((own.gmv / own.most) * 100).toFixed(1)}%` }} />
            </span>
            <span class="pin-money">{formatAmount(own.gmv, { ...style, detail: 'figure' })}</span>
          </>
        )}
        {own !== undefined && own.gmv === undefined && '–'}
      </td>
      {columns.lift && (
        <>
          <td>{lift()}</td>
          <td class="table-extra">
            {clicks === undefined
              ? '–'
              : t('panel_pins_against', {
                  now: { kind: 'text', text: perMinute(clicks.perMinute) },
                  rest: { kind: 'text', text: perMinute(clicks.elsewhere) },
                })}
          </td>
        </>
      )}
      <td class={columns.lift ? 'table-extra' : undefined}>
        {own !== undefined && orDash(own.ctr, (value) => formatRate(value, style.locale))}
      </td>
    </tr>
  );

  function lift(): string {
    const known = clicks?.lift;
    if (known === undefined) return '–';
    const times = (value: number | undefined) =>
      ({ kind: 'decimal', value: value ?? known.value, digits: 1 }) as const;
    return t('panel_pins_times', {
      lift: times(known.value),
      low: times(known.low),
      high: times(known.high),
    });
  }
}

/** Seconds tell nothing of what was pinned for ten minutes or more. */
const inWholeMinutes = (seconds: number): number =>
  seconds < 10 * MINUTE_SECONDS ? seconds : Math.round(seconds / MINUTE_SECONDS) * MINUTE_SECONDS;

function Verdict({ score: { verdict, more } }: { score: Score }): JSX.Element {
  const { t } = useI18n();
  if (verdict !== 'untold') {
    const { tone, shape, word } = pinLooks[verdict];
    return (
      <Chip tone={tone} shape={shape}>
        {t(word)}
      </Chip>
    );
  }
  return (
    <span class="quiet">
      {more === undefined
        ? t('panel_pins_not_enough')
        : t('panel_pins_more', {
            time: { kind: 'duration', seconds: Math.ceil(more / MINUTE_SECONDS) * MINUTE_SECONDS },
          })}
    </span>
  );
}
