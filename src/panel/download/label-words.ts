import type { Zone } from '../../metrics/time.ts';
import { zoneLabel } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import type { Label } from './cell.ts';

/** A title with the unit or the zone of what it heads ("Started (GMT+7)"). */
export const labelWith = (name: string, unit: string, { t }: I18n): string =>
  t('csv_head_in', { name: { kind: 'text', text: name }, unit: { kind: 'text', text: unit } });

/** A title where lengths show by themselves what they are, and times don't show their zone. */
export const zonedLabel = ({ name, of }: Label, zone: Zone, words: I18n): string =>
  of === 'instant' ? labelWith(name, zoneLabel(zone), words) : name;
