import type { JSX } from 'preact';
import { measuresSummary } from '../../metrics/recording/summary.ts';
import { seconds } from '../../metrics/time.ts';
import { filmAt } from '../../sources/sample/film/address.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { renewal } from '../replay/use-player.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';
import './measure-line.css';
import { MeasuringNow } from './measuring-now.tsx';
import type { Measurable } from './measuring-store.ts';
import { useMeasuring } from './use-measuring.ts';

/** What was measured of a recording, how its measuring goes, or the offer to measure it. */
export function MeasureLine({ asked }: { asked: ReplayRequest }): JSX.Element | null {
  const { t, write } = useI18n();
  const { ports, which } = useApp();
  const store = useMeasuring(asked.room);
  const { url } = asked;
  const view = store.view.value;
  const { known, measures, fault } = store.kept.value;
  // What is drawn for a simulated LIVE tells nothing of a picture.
  if (!known || url === undefined || !url.startsWith('https://') || filmAt(url) !== undefined) {
    return null;
  }
  const measurable: Measurable = {
    which: which(),
    room: asked.room,
    from: { kind: 'address', url },
    lasted: asked.live && seconds(asked.live.endedAt - asked.live.startedAt),
    renew: renewal(asked, ports),
  };
  const open = (anew: boolean): void => store.open(measurable, anew);
  return (
    <section class="measure-line" aria-label={t('measure_name')}>
      {fault !== undefined && <p role="alert">{write(fault.text)}</p>}
      {view === undefined ? (
        <>
          <p>
            {measures === undefined ? t('measure_what') : write(measuresSummary(measures))}
            {measures?.complete === false && <> {t('measure_partly')}</>}
            {measures !== undefined && measures.left.length > 0 && (
              <> {t('measure_left', { count: { kind: 'count', value: measures.left.length } })}</>
            )}
          </p>
          <div class="measure-deeds">
            <Button
              look={measures === undefined ? 'plain' : 'link'}
              onClick={() => open(measures?.complete === true)}
            >
              {t(
                measures === undefined
                  ? 'measure_begin'
                  : measures.complete
                    ? 'measure_again'
                    : 'measure_go_on',
              )}
            </Button>
          </div>
        </>
      ) : (
        <MeasuringNow
          store={store}
          view={view}
          isOther={view.of.room !== asked.room}
          onRetry={() => open(false)}
        />
      )}
    </section>
  );
}
