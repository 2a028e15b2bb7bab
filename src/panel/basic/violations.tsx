import type { JSX } from 'preact';
import type { RoomInfo, Violation } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { useWords } from '../design/words.ts';

/** Each violation's time, reason and consequence. */
export function Violations({
  violations,
  room,
}: {
  violations: readonly Violation[];
  room: RoomInfo;
}): JSX.Element {
  const { say, locale } = useWords();
  return (
    <ul>
      {violations.map((violation, place) => (
        <li key={`${place}`}>
          <b>{violation.reason}</b>
          <p>
            {violation.at === undefined
              ? say('panel_violation_no_time')
              : formatInstant(toMs(violation.at), room.zone, locale, 'both')}
          </p>
          <p>{violation.consequence ?? say('panel_violation_no_consequence')}</p>
        </li>
      ))}
    </ul>
  );
}
