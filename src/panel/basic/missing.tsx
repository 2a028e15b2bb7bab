import type { JSX } from 'preact';
import type { ReadingGap, Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { useWords } from '../design/words.ts';

const reasons = {
  malformed: 'panel_gap_malformed',
  refused: 'panel_gap_refused',
  unreachable: 'panel_gap_unreachable',
  absent: 'panel_gap_absent',
  contradicts: 'panel_gap_contradicts',
} as const satisfies Record<ReadingGap['reason'], MessageKey>;

/** Number of answers of which something is missing. */
export function missingCount(session: Session | undefined, endpoints: readonly string[]): number {
  return new Set([...(session?.gaps ?? []).map((gap) => gap.endpoint), ...endpoints]).size;
}

/** What could not be read of this LIVE, by answer, and why. */
export function Missing({
  session,
  endpoints,
}: {
  session: Session | undefined;
  endpoints: readonly string[];
}): JSX.Element {
  const { say } = useWords();
  const gaps = session?.gaps ?? [];
  const names = [...new Set([...endpoints, ...gaps.map((gap) => gap.endpoint)])];
  return (
    <>
      <p>{say('panel_partial_means')}</p>
      <ul>
        {names.map((endpoint) => {
          const own = gaps.filter((gap) => gap.endpoint === endpoint);
          const kinds = [...new Set(own.map((gap) => gap.reason))];
          return (
            <li key={endpoint}>
              <b>{endpoint}</b>
              {kinds.length === 0 && <p>{say('panel_gap_unreachable')}</p>}
              {kinds.map((kind) => (
                <p key={kind}>
                  {say(reasons[kind])}{' '}
                  {own
                    .filter((gap) => gap.reason === kind && gap.field !== '')
                    .map((gap) => gap.field)
                    .join(', ')}
                </p>
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}
