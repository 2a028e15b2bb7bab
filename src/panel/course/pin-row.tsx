import type { JSX } from 'preact';
import type { Score } from '../../diagnosis/course/pin-scorecards.ts';
import { formatDecimal, formatDuration, formatRate } from '../../platform/format.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { type FigureStyle, formatAmount } from '../figures.ts';

const looks = {
  above: { tone: 'high', shape: 'up', word: 'panel_pins_above' },
  below: { tone: 'low', shape: 'down', word: 'panel_pins_below' },
  level: { tone: 'plain', shape: 'flat', word: 'panel_pins_level' },
} as const;

/** One product or one pin of it: product clicks while pinned against the rest, and whether that can be told from chance. */
export function PinRow({
  score,
  name,
  style,
  own,
}: {
  score: Score;
  name: string;
  style: FigureStyle;
  /** The product's own figures of the whole LIVE; absent for a single pin. */
  own?: { readonly gmv: number | undefined; readonly ctr: number | undefined };
}): JSX.Element {
  const { t, write } = useI18n();
  const { verdict, needs, pinned } = score;
  const clicks = score.lifts.find(({ metric }) => metric === 'productClicks');
  const perMinute = (value: number): string => formatDecimal(value, 1, style.locale);
  return (
    <tr class={own === undefined ? 'row-detail' : undefined}>
      <th scope="row" class={own === undefined ? undefined : 'table-name'}>
        <span>{name}</span>
      </th>
      <td class="pin-verdict">
        {verdict === 'untold' ? (
          <span class="quiet">{needs === undefined ? '–' : write(needs)}</span>
        ) : (
          <Chip tone={looks[verdict].tone} shape={looks[verdict].shape}>
            {t(looks[verdict].word)}
          </Chip>
        )}
      </td>
      <td>{lift()}</td>
      <td>
        {clicks === undefined
          ? '–'
          : t('panel_pins_against', {
              now: { kind: 'text', text: perMinute(clicks.perMinute) },
              rest: { kind: 'text', text: perMinute(clicks.elsewhere) },
            })}
      </td>
      <td>{formatDuration(pinned, style.locale)}</td>
      <td class="pin-gmv">{own?.gmv === undefined ? '–' : formatAmount(own.gmv, style)}</td>
      <td>{own?.ctr === undefined ? '–' : formatRate(own.ctr, style.locale)}</td>
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
