import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Cut } from '../../metrics/live/recording.ts';
import { measuredLength, unmeasuredPartText } from '../../metrics/recording/measured-length.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { type MeasuresIn, measuresIn } from '../../metrics/recording/measures-in.ts';
import type { Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { formatDecimal, formatPercent } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import type { ReplayRequest } from '../state/replay.ts';

const rows = [
  ['light', 'recording_light'],
  ['loudness', 'recording_loudness'],
  ['speech', 'recording_speech'],
] as const satisfies readonly (readonly [keyof MeasuresIn, MessageKey])[];

const lacks = {
  light: 'measured_none_picture',
  loudness: 'measured_none_sound',
  speech: 'measured_none_sound',
} as const satisfies Record<keyof MeasuresIn, MessageKey>;

/** What was measured of a clip and of the own LIVE's part beside it; nothing while the own recording wasn't measured. */
export function MeasuredBeside({
  asked,
  session,
  cut,
  part,
}: {
  asked: ReplayRequest;
  session: Session;
  /** The part of the clip's recording, and that of the own one. */
  cut: Cut;
  part: Cut;
}): JSX.Element | null {
  const { t, locale, write } = useI18n();
  const { ports, which, recordings } = useApp();
  const found = useSignal<RecordingMeasures | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    void ports.ask('recording.measures', { which: which(), rooms: [asked.room] }).then((reply) => {
      if (!gone && reply.ok) found.value = reply.value.measures[0];
    });
    return () => {
      gone = true;
    };
  }, [ports, which, asked.room, found]);
  const mine = recordings.value?.own;
  if (mine === undefined || mine.room !== session.room.id) return null;
  if (found.value === undefined || measuredLength(found.value, cut) === 0)
    return <p class="quiet small">{t('measured_beside_not')}</p>;
  const theirs = measuresIn(found.value, cut);
  const yours = measuresIn(mine, part);
  const shown = (of: keyof MeasuresIn, { [of]: value, speech }: MeasuresIn): JSX.Element => {
    if (value === undefined) {
      // Where sound was heard it has no loudness only as it is silent.
      const isSilent = of === 'loudness' && speech !== undefined;
      return <span class="quiet">{t(isSilent ? 'measure_silent' : lacks[of])}</span>;
    }
    if (of === 'speech') return <b>{formatPercent(Math.round(value * 100) / 100, locale)}</b>;
    const figure = formatDecimal(value, 0, locale);
    return (
      <b>
        {of === 'light' ? figure : t('recording_lufs', { value: { kind: 'text', text: figure } })}
      </b>
    );
  };
  const unmeasured = [
    unmeasuredPartText('measured_beside_part', found.value, cut),
    unmeasuredPartText('measured_beside_part_yours', mine, part),
  ].flatMap((one) => (one === undefined ? [] : [write(one)]));
  return (
    <>
      <table class="beside-table">
        <caption class="small quiet">{t('measured_beside')}</caption>
        {rows.map(([of, name]) => (
          <tbody key={of}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {t(name)}
              </th>
            </tr>
            <tr>
              <td>{shown(of, theirs)}</td>
              <td>{shown(of, yours)}</td>
            </tr>
          </tbody>
        ))}
      </table>
      {unmeasured.length > 0 && <p class="quiet small">{unmeasured.join(' ')}</p>}
    </>
  );
}
