import type { JSX } from 'preact';
import type { RoomInfo, Violation } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';

/** Each violation's time, reason and consequence. */
export function Violations({
  violations,
  room,
}: {
  violations: readonly Violation[];
  room: RoomInfo;
}): JSX.Element {
  const { t, locale } = useI18n();
  return (
    <ul>
      {violations.map((violation, place) => (
        <li key={`${place}`}>
          <b>{violation.reason}</b>
          <p>
            {violation.at === undefined
              ? t('panel_violation_no_time')
              : formatInstant(toMs(violation.at), room.zone, locale, 'both')}
          </p>
          <p>{violation.consequence ?? t('panel_violation_no_consequence')}</p>
        </li>
      ))}
    </ul>
  );
}
