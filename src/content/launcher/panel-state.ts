import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH } from '../../platform/panel-width.ts';
import type { LauncherCommand } from '../../platform/protocol.ts';
import type { Settings } from '../../platform/settings.ts';

/** How the panel should stand; the worker remembers it. */
export type PanelState = Settings['panel'];

/** What the panel is until the worker has answered. */
export const closedPanel: PanelState = { open: false, width: DEFAULT_WIDTH, dock: 'auto' };

/** A width in CSS pixels, brought between the narrowest and the widest the panel may be. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}

/** How a panel is to stand; without `open` it stays open or closed as it is. */
export type PanelOrder = Extract<LauncherCommand, { order: 'panel' }>['panel'];

/** Reads a panel's state out of a message; undefined when it is none. */
export function readPanel(value: unknown): PanelState | undefined {
  const order = readPanelOrder(value);
  return order?.open === undefined ? undefined : { ...order, open: order.open };
}

/** Reads how a panel is ordered to stand; undefined when the message doesn't say. */
export function readPanelOrder(value: unknown): PanelOrder | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('width' in value) || !('dock' in value)) return undefined;
  const { width, dock } = value;
  const open = 'open' in value ? value.open : undefined;
  if (
    (open !== undefined && typeof open !== 'boolean') ||
    typeof width !== 'number' ||
    Number.isNaN(width)
  )
    return undefined;
  if (dock !== 'auto' && dock !== 'push' && dock !== 'overlay') return undefined;
  return { ...(open === undefined ? {} : { open }), width: clampWidth(width), dock };
}
