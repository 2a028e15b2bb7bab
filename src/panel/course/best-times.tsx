import type { JSX } from 'preact';
import type { PaidSlot, SlotMap } from '../../diagnosis/pace/slot-map.ts';
import type { Report } from '../../diagnosis/report.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Zone } from '../../metrics/time.ts';
import { zoneLabel } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import './best-times.css';
import { SlotList } from './slot-list.tsx';
import { slotValues } from './slot-values.ts';

/** What LIVEs pay by the weekday and time of day they start, in the shop's zone, pulled towards the mean by sample. */
export function BestTimes({
  report,
  zone,
}: {
  report: Report;
  zone: Zone | undefined;
}): JSX.Element {
  const { t, write } = useI18n();
  const { slots } = report.timeline;
  return (
    <section class="card times" aria-labelledby="times-title">
      <div class="row">
        <h3 id="times-title">{t('panel_times')}</h3>
        <Tooltip label={t('panel_times_how')}>
          <p>{t('panel_times_what')}</p>
        </Tooltip>
        {zone !== undefined && (
          <span class="times-zone quiet small">
            {t('panel_times_zone', { zone: { kind: 'text', text: zoneLabel(zone) } })}
          </span>
        )}
      </div>
      {slots.state === 'untold' ? (
        <p class="quiet">{write(slots.needs)}</p>
      ) : (
        <Known slots={slots.value} currency={report.currency} />
      )}
    </section>
  );
}

function Known({
  slots: { gmv: mean, best, cells },
  currency,
}: {
  slots: SlotMap;
  currency: CurrencyCode | undefined;
}): JSX.Element {
  const { t, locale } = useI18n();
  const style = { currency, locale };
  const paid = cells
    .flatMap((cell): PaidSlot[] =>
      cell.gmv === undefined || cell.gmv.n === 0 ? [] : [{ ...cell, gmv: cell.gmv }],
    )
    .sort((a, b) => b.gmv.likely.value - a.gmv.likely.value);
  return (
    <>
      <p>
        <RichMessage
          text={
            best === undefined
              ? { key: 'panel_times_no_best' }
              : {
                  key: 'panel_times_best',
                  values: {
                    ...slotValues.when(best, locale),
                    ...slotValues.pay(best.gmv, style),
                  },
                }
          }
        />
      </p>
      <SlotList slots={paid} mean={mean} style={style} />
      <p class="times-key quiet small">
        <i aria-hidden="true" />
        {t('panel_times_mean', { mean: slotValues.money(mean, style) })} {t('panel_times_shrunk')}
      </p>
    </>
  );
}
