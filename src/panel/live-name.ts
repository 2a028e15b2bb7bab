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
