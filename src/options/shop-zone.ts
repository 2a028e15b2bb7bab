import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { UnixMs, Zone } from '../metrics/time.ts';
import { zoneAt } from '../metrics/zone.ts';
import { useI18n } from '../panel/design/i18n.ts';
import { formatInstant } from '../platform/format.ts';

/** The zone of the shop's LIVEs; undefined where none of them tells it. */
export const ShopZone = createContext<Zone | undefined>(undefined);

/** Writes an instant with its day in the shop's zone where one is known, else in the browser's. */
export function useInstant(): (at: UnixMs) => string {
  const { locale } = useI18n();
  const zone = useContext(ShopZone);
  return (at) => formatInstant(at, zone && zoneAt(at, zone), locale, 'both');
}
