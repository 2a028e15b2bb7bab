import * as v from 'valibot';
import { type PageKind, pageKindNames } from './page-kinds.ts';
import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH } from './panel-width.ts';

/** Beside the page where its window has room, always beside it, or over it. */
export const DockSchema = v.picklist(['auto', 'push', 'overlay']);
export type DockWay = v.InferOutput<typeof DockSchema>;

/** What the seller chose of the docked panel on one kind of page; what was never chosen is left out. */
export const PanelChoiceSchema = v.object({
  open: v.exactOptional(v.boolean()),
  /** CSS pixels. */
  width: v.exactOptional(v.pipe(v.number(), v.minValue(MIN_WIDTH), v.maxValue(MAX_WIDTH))),
  dock: v.exactOptional(DockSchema),
  /**
   * Pages of the kind left their content under a panel beside them, so that it lies over them; whether the
   * seller was told. Gone once the seller chooses how the panel stands.
   */
  noRoom: v.exactOptional(v.picklist(['untold', 'told'])),
});
export type PanelChoice = v.InferOutput<typeof PanelChoiceSchema>;

/** The choices by kind of page. One that can't be read is taken for none. */
export const PanelChoicesSchema = v.object(
  v.entriesFromList(pageKindNames, v.exactOptional(v.fallback(PanelChoiceSchema, {}))),
);
export type PanelChoices = v.InferOutput<typeof PanelChoicesSchema>;

/** The same as a message changes them; what can't be read refuses the message. */
export const PanelChoicesPatchSchema = v.object(
  v.entriesFromList(pageKindNames, v.exactOptional(PanelChoiceSchema)),
);

/** How a docked panel stands in its page. */
export interface PanelState {
  /** Absent while the seller decided nothing: then it is up to the width of the window. */
  readonly open?: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly dock: DockWay;
}

/** How the panel stands on pages of a kind; without a kind as where nothing was chosen. */
export function panelOn(choices: PanelChoices, page: PageKind | undefined): PanelState {
  const { open, width, dock, noRoom } = (page && choices[page]) ?? {};
  const way = dock ?? 'auto';
  return {
    ...(open === undefined ? {} : { open }),
    width: width ?? DEFAULT_WIDTH,
    dock: way === 'auto' && noRoom !== undefined ? 'overlay' : way,
  };
}

/** The choices once some of them were changed on pages of one kind. */
export function withPanelChoice(
  choices: PanelChoices,
  page: PageKind,
  patch: PanelChoice,
): PanelChoices {
  const { noRoom, ...known } = choices[page] ?? {};
  const kept = patch.dock === undefined && noRoom !== undefined ? { noRoom } : {};
  return { ...choices, [page]: { ...known, ...kept, ...patch } };
}

/** The choices once a patch was laid over them. */
export function withPanelChoices(choices: PanelChoices, patch: PanelChoices = {}): PanelChoices {
  return pageKindNames.reduce(
    (known, page) =>
      patch[page] === undefined ? known : withPanelChoice(known, page, patch[page]),
    choices,
  );
}
