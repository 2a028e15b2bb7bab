import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { FEWEST_OWN_LIVES } from '../../diagnosis/comparable.ts';
import { gmvPerHourOfLive } from '../../diagnosis/comparable-past.ts';
import { type Slots, slotsOf } from '../../diagnosis/pace/slots.ts';
import type { Report } from '../../diagnosis/report.ts';
import type { Zone } from '../../metrics/time.ts';
import { zoneLabel } from '../../platform/format.ts';
import { Said } from '../design/said.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { useWords } from '../design/words.ts';
import './best-times.css';
import { bestOf } from './heat.ts';
import { HeatMap } from './heat-map.tsx';
import { slotValues } from './slot-values.ts';

/** What LIVEs pay by the weekday and time of day they start, in the shop's zone, pulled towards the mean by sample. */
export function BestTimes({
  report,
  zone,
}: {
  report: Report;
  zone: Zone | undefined;
}): JSX.Element {
  const { say } = useWords();
  const { history, currency } = report;
  const slots = useMemo(
    () => (zone === undefined ? undefined : slotsOf(history, zone, currency)),
    [history, zone, currency],
  );
  return (
    <section class="card times" aria-labelledby="times-title">
      <div class="row row-apart">
        <h3 id="times-title">
          {say('panel_times')}{' '}
          <Tooltip label={say('panel_times_how')}>
            <p>{say('panel_times_what')}</p>
            <p class="quiet">{say('panel_times_shrunk')}</p>
          </Tooltip>
        </h3>
        {zone !== undefined && (
          <span class="quiet small">
            {say('panel_times_zone', { zone: { kind: 'text', text: zoneLabel(zone) } })}
          </span>
        )}
      </div>
      {slots === undefined ? (
        <p class="quiet">{say('panel_times_needs_zone')}</p>
      ) : slots.gmv === undefined ? (
        <p class="quiet">
          {say('factor_shared_moreLives', { count: { kind: 'count', value: lacking(report) } })}
        </p>
      ) : (
        <Known slots={slots} mean={slots.gmv} report={report} />
      )}
    </section>
  );
}

function Known({
  slots,
  mean,
  report,
}: {
  slots: Slots;
  mean: number;
  report: Report;
}): JSX.Element {
  const words = useWords();
  const { say, locale } = words;
  const style = { currency: report.currency, locale };
  const best = bestOf(slots.cells, mean);
  const average = slotValues.money(mean, style);
  return (
    <>
      <p>
        <Said
          text={
            best === undefined
              ? { key: 'panel_times_no_best', values: { mean: average } }
              : {
                  key: 'panel_times_best',
                  values: {
                    ...slotValues.when(best, locale),
                    ...slotValues.pay(best.gmv, style),
                    mean: average,
                  },
                }
          }
        />
      </p>
      <HeatMap cells={slots.cells} mean={mean} style={style} />
      <p class="quiet small">{say('panel_times_shrunk')}</p>
    </>
  );
}

/** LIVEs still missing for a map; at least one. */
function lacking({ history, currency }: Report): number {
  const known = history.filter(
    (live) =>
      (live.currency === undefined || live.currency === currency) &&
      (gmvPerHourOfLive(live) ?? 0) > 0,
  );
  return Math.max(1, FEWEST_OWN_LIVES - known.length);
}
