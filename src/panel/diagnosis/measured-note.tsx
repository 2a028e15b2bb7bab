import type { JSX } from 'preact';
import type { Finding } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { useI18n } from '../design/i18n.ts';
import { MeasuredBasis } from '../measured/measured-basis.tsx';
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
  const { t } = useI18n();
  const { recordings } = useApp();
  const own = recordings.value?.own;
  if (finding.isMeasured !== true || own === undefined) return null;
  const { state, minutes } = finding;
  return (
    <>
      {minutes !== undefined && <MinutesTable minutes={minutes} />}
      {state === 'gap' && minutes === undefined && <p>{t('panel_minutes_none')}</p>}
      <MeasuredBasis own={own} session={session} />
    </>
  );
}
