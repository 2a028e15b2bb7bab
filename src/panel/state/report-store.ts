import { computed, type ReadonlySignal } from '@preact/signals';
import { benchmarkFor } from '../../diagnosis/benchmark/benchmark-for.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Report, TargetChoice } from '../../diagnosis/report.ts';
import type { PastLive } from '../../metrics/benchmark.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import type { Settings } from '../../platform/settings.ts';
import { endOf } from '../room-state.ts';
import { categoryOf, categoryOfProduct, type RoomCategory } from './category.ts';
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
  const rooms = computed(() => from.list.value.rooms);
  const category = computed<RoomCategory>(() =>
    session.value === undefined
      ? { from: 'unknown' }
      : categoryOf(session.value, from.settings.value),
  );
  return {
    category,
    report: computed(() =>
      session.value === undefined
        ? undefined
        : reportOf(
            withHosts(session.value, from.settings.value),
            pastLives(rooms.value, from.settings.value),
            {
              basis: from.settings.value.basis,
              category: category.value,
              target: targetOf(from.settings.value),
            },
          ),
    ),
  };
}

function reportOf(
  session: Session,
  history: readonly PastLive[],
  {
    basis,
    category,
    target,
  }: { basis: Settings['basis']; category: RoomCategory; target: TargetChoice },
): Report {
  const benchmark = benchmarkFor(basis === 'own' ? 'own' : 'market', session, history, category.id);
  return diagnose({
    session,
    benchmark: category.id === undefined ? benchmark : { ...benchmark, category: category.id },
    history,
    options: { target },
  });
}

/** The LIVE with its hosts, where the seller marked any. */
export function withHosts(session: Session, { hosts }: Settings): Session {
  const marked = hosts[session.room.id];
  return marked === undefined ? session : { ...session, hosts: marked };
}

/** What the seller wants the steps held against. */
export function targetOf({ target, targetFigures }: Settings): TargetChoice {
  return target === 'custom' ? { kind: target, figures: targetFigures } : { kind: target };
}

/** Archived LIVEs as history: those whose length and figures are known. */
export function pastLives(rooms: readonly RoomRecord[], settings: Settings): readonly PastLive[] {
  return rooms.flatMap((record) => {
    const { room, figures, currency, topProduct } = record;
    const endedAt = endOf(room);
    if (room.startedAt === undefined || endedAt === undefined || room.status === 'live') return [];
    const category = categoryOfProduct(record.id, topProduct, settings);
    return [
      {
        room: record.id,
        startedAt: room.startedAt,
        endedAt,
        figures,
        ...(currency === undefined ? {} : { currency }),
        ...(category === undefined ? {} : { category }),
      },
    ];
  });
}
