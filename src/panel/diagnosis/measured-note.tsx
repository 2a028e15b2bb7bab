import type { JSX } from 'preact';
import type { Finding } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { useI18n } from '../design/i18n.ts';
import { timeOfDay } from '../performance/time-of-day.ts';
import { useApp } from '../state/app.ts';
import { MinutesTable } from './minutes-table.tsx';

/**
 * What a finding of the recording rests on: whose measures they are, whether all of it was measured and from when on
 * moments may be off; and what viewers did in its minutes.
 */
export function MeasuredNote({
  finding,
  session,
}: {
  finding: Finding;
  session: Session;
}): JSX.Element | null {
  const words = useI18n();
  const { recordings, which } = useApp();
  const own = recordings.value?.own;
  if (finding.isMeasured !== true || own === undefined) return null;
  const { t } = words;
  const { startedAt } = session.room;
  const { state, minutes } = finding;
  return (
    <>
      {minutes !== undefined && <MinutesTable minutes={minutes} />}
      {state === 'gap' && minutes === undefined && <p>{t('panel_minutes_none')}</p>}
      <p class="quiet small">
        {[
          t(which() === 'sample' ? 'panel_measured_simulated' : 'panel_measured'),
          own.complete ? undefined : t('panel_measured_part'),
          own.unsureFrom === null || startedAt === undefined
            ? undefined
            : t('panel_measured_unsure', {
                at: {
                  kind: 'text',
                  text: timeOfDay(session, words)(unixSeconds(startedAt + own.unsureFrom)),
                },
              }),
        ]
          .filter((one) => one !== undefined)
          .join(' ')}
      </p>
    </>
  );
}
