import { metric } from '../../metrics/catalogue.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { FoundLives } from '../../metrics/live/find-lives.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { toMs } from '../../metrics/time.ts';
import { formatInstant } from '../../platform/format.ts';
import { thingName } from '../board/names.ts';
import { creatorName } from '../creator-name.ts';
import type { I18n } from '../design/i18n.ts';
import type { MenuItem } from '../design/menu.tsx';
import { formatFigure } from '../figures.ts';
import { foundBy } from '../picker/room-option.tsx';
import { goTo, sectionNames, sectionsOf } from '../shell/section-nav.tsx';
import type { App } from '../state/app.ts';
import type { Searchable } from './search.ts';

/** What a thing of the palette is. */
export type EntryKind = 'section' | 'action' | 'live' | 'factor' | 'metric' | 'pinned';

/** The heading over the things of each kind, in the order in which they stand. */
export const entryKinds = {
  section: 'palette_sections',
  action: 'palette_actions',
  live: 'palette_lives',
  factor: 'palette_factors',
  metric: 'palette_metrics',
  pinned: 'palette_pinned',
} as const satisfies Record<EntryKind, MessageKey>;

/** One thing to go to or to do. */
export interface Entry extends Searchable {
  readonly id: string;
  readonly kind: EntryKind;
  readonly run: () => void;
}

/**
 * All that the panel can lead to as it stands: sections, actions, LIVEs newest first, factors, metrics, and pins.
 *
 * @param found what the worker found of LIVEs: by it they are found too
 */
export function entriesOf(
  app: App,
  actions: readonly MenuItem[],
  words: I18n,
  found: FoundLives | undefined,
): readonly Entry[] {
  return [
    ...sectionsOf(app).map((id) => ({
      id: `section ${id}`,
      kind: 'section' as const,
      name: words.t(sectionNames[id]),
      run: () => goTo(id),
    })),
    ...actions.map((action) => ({
      ...action,
      id: `action ${action.name}`,
      kind: 'action' as const,
    })),
    ...lives(app, words, found),
    ...ofReport(app, words),
    ...app.board.view.value.pinned.map((one) => ({
      id: `pinned ${one.id}`,
      kind: 'pinned' as const,
      name: thingName(one, words),
      also: [...one.tags, one.note].join(' '),
      run: () => {
        app.wanted.value = { kind: 'pinned', id: one.id };
      },
    })),
  ];
}

function lives(app: App, { t, locale }: I18n, found: FoundLives | undefined): readonly Entry[] {
  const wanted = new Map(found?.lives.map(({ id, by }) => [id, by]));
  const reasons = (id: RoomId): readonly string[] =>
    (wanted.get(id) ?? []).map(({ in: of, text }) =>
      t(foundBy[of], { text: { kind: 'text', text } }),
    );
  return app.shop.rooms.value.map(({ id, room }) => ({
    id: `live ${id}`,
    kind: 'live',
    name:
      room.startedAt === undefined
        ? id
        : formatInstant(toMs(room.startedAt), room.zone, locale, 'short'),
    note: reasons(id)[0] ?? room.title,
    found: wanted.has(id),
    also: [id, room.title, creatorName(room), ...reasons(id)].join(' '),
    run: () => {
      app.touch();
      void app.open(id);
    },
  }));
}

function ofReport(app: App, { t, write, locale }: I18n): readonly Entry[] {
  const report = app.report.report.value;
  if (report === undefined) return [];
  const factors = report.findings.map(({ factor, title, step }) => ({
    id: `factor ${factor}`,
    kind: 'factor' as const,
    name: write(title),
    note: step === undefined ? undefined : t(metric(step).name),
    run: () => {
      app.wanted.value = { kind: 'factor', id: factor };
    },
  }));
  const metrics = report.comparisons
    .filter((one) => metric(one.metric).comparable)
    .map(({ metric: id, yours }) => ({
      id: `metric ${id}`,
      kind: 'metric' as const,
      name: t(metric(id).name),
      note:
        yours === undefined
          ? undefined
          : formatFigure(id, yours, { currency: report.currency, locale }),
      run: () => {
        app.wanted.value = { kind: 'metric', id };
      },
    }));
  return [...factors, ...metrics];
}
