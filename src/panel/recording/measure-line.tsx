import { untracked, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RoomId } from '../../metrics/ids.ts';
import type { Cut } from '../../metrics/live/recording.ts';
import {
  measuredLength,
  unmeasuredPartText,
  unmeasuredText,
} from '../../metrics/recording/measured-length.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { measuresSummary } from '../../metrics/recording/summary.ts';
import { seconds } from '../../metrics/time.ts';
import { filmAt } from '../../sources/sample/film/address.ts';
import { Button } from '../design/button.tsx';
import { isFocusLost } from '../design/focus-lost.ts';
import { useI18n } from '../design/i18n.ts';
import { renewal } from '../replay/use-player.ts';
import { useApp } from '../state/app.ts';
import { measuredPart, type ReplayRequest } from '../state/replay.ts';
import { FilePick } from './file-pick.tsx';
import { measureDeed, untoldPart } from './measure-deed.ts';
import './measure-line.css';
import type { MeasuredFrom } from './measuring.ts';
import { MeasuringNow } from './measuring-now.tsx';
import type { MeasuringView } from './measuring-store.ts';
import { useMeasuring } from './use-measuring.ts';

/** What was measured of a recording, how its measuring goes, or the offer to measure it. */
export function MeasureLine({ asked }: { asked: ReplayRequest }): JSX.Element | null {
  const { t, write } = useI18n();
  const { ports, which, droppedFilm } = useApp();
  const store = useMeasuring(asked.room);
  const { url, room, live } = asked;
  const part = measuredPart(asked);
  const view = shownIn(store.view.value, asked.room);
  const { known, measures, fault } = store.kept.value;
  const line = useRef<HTMLElement>(null);
  const step = view?.step;
  const before = useRef(step);
  // With its buttons gone the window would hear no key any more.
  useEffect(() => {
    if (before.current !== step && isFocusLost()) line.current?.focus({ preventScroll: true });
    before.current = step;
  }, [step]);
  const open = (from: MeasuredFrom, anew: boolean): void =>
    store.open(
      {
        which: which(),
        room,
        from,
        part,
        lasted: live && seconds(live.endedAt - live.startedAt),
        renew: from.kind === 'address' ? renewal(asked, ports) : undefined,
      },
      anew,
    );
  const openFile = (file: File): void => open({ kind: 'file', file }, measures?.complete === true);
  useSignalEffect(() => {
    const file = droppedFilm.value;
    // It waits until it is known what was measured before.
    if (file === undefined || !store.kept.value.known) return;
    droppedFilm.value = undefined;
    untracked(() => openFile(file));
  });
  // What is drawn here tells nothing of a picture.
  if (!known || filmAt(url ?? '') !== undefined) return null;
  const deed = measureDeed(store.kept.value, part);
  const takesFile = part === undefined && fault === undefined;
  return (
    <section ref={line} class="measure-line" aria-label={t('measure_name')} tabIndex={-1}>
      {fault !== undefined && (
        <>
          <p role="alert">{write(fault.text)}</p>
          <div class="measure-deeds">
            <Button icon="refresh" onClick={() => void store.readAgain()}>
              {t('panel_retry')}
            </Button>
          </div>
        </>
      )}
      {view === undefined ? (
        <>
          {fault === undefined && (
            <Measured measures={measures} part={part} isDone={deed === undefined} />
          )}
          <div class="measure-deeds">
            {url?.startsWith('https://') === true && deed !== undefined && (
              <Button
                look={measures === undefined ? 'plain' : 'link'}
                onClick={() => open({ kind: 'address', url }, measures?.complete === true)}
              >
                {t(deed)}
              </Button>
            )}
            {takesFile && <FilePick onPick={openFile} />}
          </div>
        </>
      ) : (
        <>
          <MeasuringNow store={store} view={view} isOther={view.of.room !== room} />
          {view.step === 'failed' && takesFile && (
            <div class="measure-deeds">
              <FilePick onPick={openFile} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** What another LIVE's measuring came to is told with that LIVE; only that it runs is told everywhere. */
function shownIn(view: MeasuringView | undefined, room: RoomId): MeasuringView | undefined {
  const isUnderway = view?.step === 'running' || view?.step === 'paused';
  return isUnderway || view?.of.room === room ? view : undefined;
}

/** What was measured so far, of all of a recording or of a part. */
function Measured({
  measures,
  part,
  isDone,
}: {
  measures: RecordingMeasures | undefined;
  part: Cut | undefined;
  /** Whether no more of it can be measured. */
  isDone: boolean;
}): JSX.Element {
  const { t, write } = useI18n();
  if (measures === undefined) return <p>{t('measure_what')}</p>;
  if (part !== undefined && measuredLength(measures, part) === 0) {
    return <p>{t(isDone ? untoldPart(measures) : 'measure_what')}</p>;
  }
  const unmeasured =
    part === undefined
      ? unmeasuredText(measures)
      : unmeasuredPartText('measured_beside_part', measures, part);
  return (
    <p>
      {write(measuresSummary(measures, part))}
      {unmeasured !== undefined && <> {write(unmeasured)}</>}
    </p>
  );
}
