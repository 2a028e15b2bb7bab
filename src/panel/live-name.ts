import type { RoomInfo } from '../metrics/session.ts';
import { toMs } from '../metrics/time.ts';
import { formatInstant } from '../platform/format.ts';
import type { I18n } from './design/i18n.ts';

/** What an own LIVE is called: its title, else when it started ("LIVE of Thu, Nov 26, 18:01"); never its room id. */
export function liveName(
  { title, startedAt, zone }: Pick<RoomInfo, 'title' | 'startedAt' | 'zone'>,
  { t, locale }: I18n,
): string {
  if (title !== undefined) return title;
  if (startedAt === undefined) return t('panel_this_live');
  const start = formatInstant(toMs(startedAt), zone, locale, 'name');
  return t('panel_live_of', { start: { kind: 'text', text: start } });
}

/** When a LIVE started, with year and zone, as it stands first in every list of them; undefined where it isn't known. */
function liveStart(
  { startedAt, zone }: Pick<RoomInfo, 'startedAt' | 'zone'>,
  { locale }: I18n,
): string | undefined {
  return startedAt === undefined ? undefined : formatInstant(toMs(startedAt), zone, locale, 'both');
}

/** A LIVE in one line: when it started and its title, or what is known of the two, else its room id. */
export function datedName(room: RoomInfo, words: I18n): string {
  const start = liveStart(room, words);
  if (start === undefined) return room.title ?? room.id;
  if (room.title === undefined) return start;
  return words.t('outcome_live', {
    at: { kind: 'text', text: start },
    title: { kind: 'text', text: room.title },
  });
}
