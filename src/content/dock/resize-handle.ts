import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH } from '../../platform/panel-width.ts';
import { clampWidth } from '../launcher/panel-state.ts';

const STEP = 16;

/** The edge by which the panel is made wider and narrower, by pointer and by keyboard. */
export interface ResizeHandle {
  readonly element: HTMLElement;
  /** Whether the seller is just choosing a width: one that is told meanwhile is older. */
  isMoving(): boolean;
  /** Tells assistive technology the width, in CSS pixels. */
  say(width: number): void;
}

/**
 * `width` answers the width as it stands; `resize` is called while the width changes and `done` once
 * it stays. Dragging: pointer. Arrow keys: 16 px a step; Home and End: narrowest and widest. Double
 * click: the default width.
 */
export function createResizeHandle(
  label: string,
  width: () => number,
  resize: (width: number) => void,
  done: () => void,
): ResizeHandle {
  const element = document.createElement('div');
  element.tabIndex = 0;
  element.role = 'separator';
  element.ariaOrientation = 'vertical';
  element.ariaLabel = label;
  element.ariaValueMin = String(MIN_WIDTH);
  element.ariaValueMax = String(MAX_WIDTH);

  const set = (next: number): void => resize(clampWidth(next));
  let start: { readonly x: number; readonly width: number } | undefined;
  let moved = false;
  const finish = (): void => {
    element.parentElement?.classList.remove('dragging');
    start = undefined;
    const isNew = moved;
    moved = false;
    if (isNew) done();
  };

  element.addEventListener('pointerdown', (event) => {
    if (!event.isTrusted || event.button !== 0) return;
    start = { x: event.clientX, width: width() };
    element.setPointerCapture(event.pointerId);
    element.parentElement?.classList.add('dragging');
  });
  element.addEventListener('pointermove', ({ clientX, isTrusted }) => {
    if (start === undefined || !isTrusted) return;
    moved = true;
    set(start.width + start.x - clientX);
  });
  element.addEventListener('lostpointercapture', finish);
  element.addEventListener('dblclick', ({ isTrusted }) => {
    if (!isTrusted) return;
    set(DEFAULT_WIDTH);
    done();
  });
  element.addEventListener('keydown', (event) => {
    const next = widthAfter(event.key, width());
    if (next === undefined || !event.isTrusted) return;
    event.preventDefault();
    moved = true;
    set(next);
  });
  element.addEventListener('keyup', finish);
  element.addEventListener('blur', finish);

  return {
    element,
    isMoving: () => moved,
    say(now) {
      element.ariaValueNow = String(now);
    },
  };
}

/** The width a key asks for; undefined for other keys. The handle is the panel's left edge. */
function widthAfter(key: string, width: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return width + STEP;
    case 'ArrowRight':
      return width - STEP;
    case 'Home':
      return MIN_WIDTH;
    case 'End':
      return MAX_WIDTH;
    default:
      return undefined;
  }
}
