import { computed, type ReadonlySignal } from '@preact/signals';
import type { Report } from '../../diagnosis/report.ts';
import type { Settings } from '../../platform/settings.ts';
import { categoryOf, type RoomCategory } from './category.ts';
import type { ListView } from './list-store.ts';
import type { RoomView } from './room-store.ts';

/** The diagnosis of the LIVE in view, worked out anew when its figures or a choice changed. */
export interface ReportStore {
  readonly report: ReadonlySignal<Report | undefined>;
  readonly category: ReadonlySignal<RoomCategory>;
}

export function createReportStore(from: {
  room: ReadonlySignal<RoomView>;
  list: ReadonlySignal<ListView>;
  settings: ReadonlySignal<Settings>;
}): ReportStore {
  const session = computed(() => from.room.value.session);
  return {
    report: computed(() => undefined),
    category: computed(() =>
      session.value === undefined
        ? { from: 'unknown' }
        : categoryOf(session.value, from.settings.value),
    ),
  };
}
