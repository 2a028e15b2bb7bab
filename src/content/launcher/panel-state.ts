import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH } from '../../platform/panel-width.ts';
import type { Settings } from '../../platform/settings.ts';

/** How the panel should stand; the worker remembers it. */
export type PanelState = Settings['panel'];

/** What the panel is until the worker has answered. */
export const closedPanel: PanelState = { open: false, width: DEFAULT_WIDTH, dock: 'overlay' };

/** A width in CSS pixels, brought between the narrowest and the widest the panel may be. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}

/** Reads a panel's state out of a message; undefined when it is none. */
export function readPanel(value: unknown): PanelState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('open' in value) || !('width' in value) || !('dock' in value)) return undefined;
  const { open, width, dock } = value;
  if (typeof open !== 'boolean' || typeof width !== 'number' || Number.isNaN(width))
    return undefined;
  if (dock !== 'push' && dock !== 'overlay') return undefined;
  return { open, width: clampWidth(width), dock };
}
