import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PaidSlot } from '../../diagnosis/pace/slot-map.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { type FigureStyle, formatAmount } from '../figures.ts';
import { dayName, slotValues } from './slot-values.ts';

/** Slots shown before the seller asks for all. */
const FIRST = 6;

/**
 * Slots by what they pay, best first: a bar from nothing with its 90 % interval, on one scale, and the
 * shop's mean on each. A bar has a colour where its whole interval lies off the mean.
 */
export function SlotList({
  slots,
  mean,
  style,
}: {
  slots: readonly PaidSlot[];
  mean: number;
  style: FigureStyle;
}): JSX.Element {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const most = Math.max(mean, ...slots.map(({ gmv }) => gmv.likely.high));
  const shown = all ? slots : slots.slice(0, FIRST);
  return (
    <>
      <ol class="slots" style={{ '--mean': share(mean / most) }}>
        {shown.map((slot) => (
          <SlotRow
            key={`${slot.weekday} ${slot.fromHour}`}
            slot={slot}
            mean={mean}
            most={most}
            style={style}
          />
        ))}
      </ol>
      {slots.length > FIRST && (
        <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('performance_products_less')
            : t('panel_times_all', { count: { kind: 'count', value: slots.length } })}
        </Button>
      )}
    </>
  );
}

function SlotRow({
  slot,
  mean,
  most,
  style,
}: {
  slot: PaidSlot;
  mean: number;
  most: number;
  style: FigureStyle;
}): JSX.Element {
  const { t, write, locale } = useI18n();
  const { n, likely } = slot.gmv;
  const when = slotValues.when(slot, locale);
  const count = { kind: 'count', value: n } as const;
  const said = write({
    key: 'panel_times_cell',
    values: { ...when, ...slotValues.pay(slot.gmv, style), count },
  });
  const side = likely.low > mean ? 'above' : likely.high < mean ? 'below' : 'level';
  return (
    <li class={`slot-${side}`} title={said}>
      <VisuallyHidden>{said}</VisuallyHidden>
      <span aria-hidden="true">
        {t('panel_times_slot', {
          ...when,
          day: { kind: 'text', text: dayName(slot.weekday, locale, 'short') },
        })}
      </span>
      <span class="slot-track" aria-hidden="true">
        <i class="slot-bar" style={{ '--to': share(likely.value / most) }} />
        <i
          class="slot-interval"
          style={{ '--from': share(likely.low / most), '--to': share(likely.high / most) }}
        />
        <i class="slot-mean" />
      </span>
      <b aria-hidden="true">{formatAmount(likely.value, style)}</b>
      <span class="quiet" aria-hidden="true">
        {t('panel_times_lives', { count })}
      </span>
    </li>
  );
}

const share = (part: number): string => `${(part * 100).toFixed(2)}%`;
