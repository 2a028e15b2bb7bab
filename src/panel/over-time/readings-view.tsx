import type { JSX } from 'preact';
import type { FigureChange, LiveReading } from '../../diagnosis/over-time/figure-changes.ts';
import { metric } from '../../metrics/catalogue.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { formatInstant } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { figureOrDash } from '../figures.ts';
import { useGrowingList } from '../import/use-growing-list.tsx';
import { liveName } from '../live-name.ts';
import { useReadings } from '../state/over-time.ts';
import { inWords } from './words.ts';

/** Changes that are told of one reading; a first detailed one brings dozens. */
const TOLD = 6;

/** How the figures of a LIVE moved each time they were read, newest first. */
export function ReadingsView({ of }: { of: RoomRecord }): JSX.Element {
  const { t, write } = useI18n();
  const read = useReadings(of.id, of.revision);
  if (read === undefined) {
    return (
      <p class="quiet over-time-none" aria-busy="true">
        {t('over_time_readings_reading')}
      </p>
    );
  }
  if ('fault' in read) return <Notice tone="fault">{write(read.fault.text)}</Notice>;
  return <Readings readings={read.readings} of={of} />;
}

/** Readings that are drawn at first: while a LIVE runs each minute may be one. */
const SHOWN = 50;

function Readings({
  readings,
  of,
}: {
  readings: readonly LiveReading[];
  of: RoomRecord;
}): JSX.Element {
  const i18n = useI18n();
  const { t } = i18n;
  const { shown, more } = useGrowingList(readings, SHOWN);
  return (
    <>
      <h3 class="over-time-peak">
        {t('over_time_readings_of', { live: inWords.text(liveName(of.room, i18n)) })}
      </h3>
      {readings.length === 0 && <p class="quiet">{t('over_time_readings_none')}</p>}
      <ol class="readings">
        {shown.map((reading) => (
          <Reading
            key={reading.number}
            reading={reading}
            isFirst={reading === readings.at(-1)}
            of={of}
          />
        ))}
      </ol>
      {more}
      {readings.length === 1 && <p class="quiet small">{t('over_time_readings_once')}</p>}
    </>
  );
}

function Reading({
  reading,
  isFirst,
  of,
}: {
  reading: LiveReading;
  isFirst: boolean;
  of: RoomRecord;
}): JSX.Element {
  const { t, locale } = useI18n();
  const { at, changes, known } = reading;
  const rest = changes.length - TOLD;
  return (
    <li>
      <b>{formatInstant(at, of.room.zone, locale, 'both')}</b>
      {changes.length === 0 ? (
        <p>
          {isFirst
            ? t('over_time_readings_first', { count: inWords.count(known) })
            : t('over_time_readings_same')}
        </p>
      ) : (
        <ul>
          {byWeight(changes)
            .slice(0, TOLD)
            .map((change) => (
              <Change key={change.metric} change={change} of={of} />
            ))}
          {rest > 0 && (
            <li class="quiet">{t('over_time_readings_more', { count: inWords.count(rest) })}</li>
          )}
        </ul>
      )}
    </li>
  );
}

function Change({ change, of }: { change: FigureChange; of: RoomRecord }): JSX.Element {
  const { t, locale } = useI18n();
  const { metric: id, from, to } = change;
  const said = (value: number | undefined) =>
    inWords.text(figureOrDash(id, value, { currency: of.currency, locale }));
  const key =
    from === undefined
      ? 'over_time_readings_came'
      : to === undefined
        ? 'over_time_readings_went'
        : 'over_time_readings_change';
  return (
    <li>
      {t(key, {
        metric: { kind: 'message', message: metric(id).name },
        from: said(from),
        to: said(to),
      })}
    </li>
  );
}

/** What a seller looks for first. */
const FIRST: readonly string[] = ['gmv', 'directGmv', 'orders', 'skuOrders', 'views', 'gmvPerHour'];

const byWeight = (changes: readonly FigureChange[]): readonly FigureChange[] =>
  changes.toSorted((one, other) => weightOf(one) - weightOf(other));

const weightOf = ({ metric: id }: FigureChange): number => {
  const place = FIRST.indexOf(id);
  return place < 0 ? FIRST.length : place;
};
