import type { DockWay, PanelState } from '../../platform/panel-choices.ts';
import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH } from '../../platform/panel-width.ts';
import { fieldsOf } from './fields-of.ts';

/** How the panel stands in this page, where it is always either open or closed. */
export interface PanelStand {
  readonly open: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly dock: DockWay;
}

/** What the panel is until the worker has answered. */
export const closedPanel: PanelStand = { open: false, width: DEFAULT_WIDTH, dock: 'auto' };

/** A width in CSS pixels, brought between the narrowest and the widest the panel may be. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}

/** Reads out of a message how a panel is to stand; undefined when it doesn't say. */
export function readPanel(value: unknown): PanelState | undefined {
  const { open, width, dock } = fieldsOf(value);
  if (open !== undefined && typeof open !== 'boolean') return undefined;
  if (typeof width !== 'number' || Number.isNaN(width)) return undefined;
  if (dock !== 'auto' && dock !== 'push' && dock !== 'overlay') return undefined;
  return { ...(open === undefined ? {} : { open }), width: clampWidth(width), dock };
}
