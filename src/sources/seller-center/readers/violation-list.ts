import { parseRoomId } from '../../../metrics/ids.ts';
import { present } from '../../../metrics/present.ts';
import type { Violation } from '../../../metrics/session.ts';
import { Fields, Gaps } from '../fields.ts';
import type { Reader } from '../reader.ts';

const endpoint = 'diagnosis/violation/list';

const listNames = ['violations', 'violation_list', 'list', 'items'];
const timeNames = ['violation_time', 'start_timestamp', 'timestamp', 'create_time', 'time'];
const reasonNames = ['reason', 'violation_reason', 'violation_name', 'title', 'violation_type'];
const consequenceNames = ['consequence', 'punishment', 'penalty', 'action', 'result'];

/**
 * Violations of a LIVE from Seller Center's own diagnosis. UNVERIFIED: only the endpoint's name is
 * known, so it is never asked for; the page's own answer is read by likely field names and ignored
 * when none of them is there.
 */
export const violationListReader: Reader = {
  endpoint,
  path: /\/live\/diagnosis\/violation\/list$/,
  read(data, { room, origin }) {
    const gaps = new Gaps(endpoint);
    const answer = Fields.of(data, gaps);
    const id = room ?? parseRoomId(answer.id('room_id') ?? answer.id('live_id') ?? '');
    const name = listNames.find((candidate) => answer.has(candidate));
    if (id === undefined || name === undefined) return [];
    const violations = answer.list(name).flatMap((entry) => {
      const violation = readViolation(entry);
      if (violation === undefined) gaps.note(name, 'malformed');
      return violation ?? [];
    });
    return [{ room: { id }, violations, origins: { violations: origin }, gaps: gaps.list }];
  },
};

/** One violation by likely field names; undefined when no reason can be found. Unverified. */
export function readViolation(entry: Fields): Violation | undefined {
  const reason = firstText(entry, reasonNames);
  if (reason === undefined) return undefined;
  const time = timeNames.find((name) => entry.has(name));
  return present({
    reason,
    at: time === undefined ? undefined : entry.instant(time),
    consequence: firstText(entry, consequenceNames),
  });
}

function firstText(entry: Fields, names: readonly string[]): string | undefined {
  const name = names.find((candidate) => entry.has(candidate));
  return name === undefined ? undefined : entry.text(name);
}
