import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import type { BenchmarkCase } from './cases.ts';

/** When a LIVE to learn from started: an own one by its own clock, another shop's by that of the LIVE in view. */
export function useStart(one: BenchmarkCase): string {
  const { locale } = useI18n();
  const inView = useApp().room.view.value.session?.room;
  const zone = one.kind === 'own' ? one.record.room.zone : inView?.zone;
  return formatInstant(toMs(one.live.startedAt), zone, locale, 'short');
}
