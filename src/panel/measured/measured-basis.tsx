import type { JSX } from 'preact';
import { unmeasuredText } from '../../metrics/recording/measured-length.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { useI18n } from '../design/i18n.ts';
import { timeOfDay } from '../performance/time-of-day.ts';
import { useApp } from '../state/app.ts';

/** Whose measures these are, how much of the recording wasn’t measured, and from when on moments may be off. */
export function MeasuredBasis({
  own,
  session,
}: {
  own: RecordingMeasures;
  session: Session;
}): JSX.Element {
  const words = useI18n();
  const { t, write } = words;
  const { which } = useApp();
  const { startedAt } = session.room;
  const unmeasured = unmeasuredText(own);
  const sentences = [
    t(which() === 'sample' ? 'panel_measured_simulated' : 'panel_measured'),
    ...(unmeasured === undefined ? [] : [write(unmeasured)]),
    ...(own.unsureFrom === null || startedAt === undefined
      ? []
      : [
          t('panel_measured_unsure', {
            at: {
              kind: 'text',
              text: timeOfDay(session, words)(unixSeconds(startedAt + own.unsureFrom)),
            },
          }),
        ]),
  ];
  return <p class="quiet small">{sentences.join(' ')}</p>;
}
