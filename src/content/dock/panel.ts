import { box, button } from '../elements.ts';
import type { SayWord } from '../launcher/read-words.ts';
import { createResizeHandle } from './resize-handle.ts';

/** The open panel: its frame, the edge to resize it by, and a close control on narrow windows. */
export interface DockedPanel {
  readonly element: HTMLElement;
  /** CSS pixels. */
  width(): number;
  /** Whether the seller is just choosing its width. */
  isResizing(): boolean;
  setWidth(width: number): void;
  focus(): void;
  /** Stands in the frame's place once the frame is dead. */
  replaceFrame(notice: HTMLElement): void;
}

/** `resize` is called while the seller drags, `done` with the width that stays. */
export function createPanel(
  word: SayWord,
  source: string,
  close: () => void,
  resize: (width: number) => void,
  done: (width: number) => void,
): DockedPanel {
  let width = 0;
  const frame = document.createElement('iframe');
  frame.title = word('frame');
  // Of any origin: a name that the browser gives the source for once is no origin that it knows here.
  frame.allow = 'clipboard-write *; fullscreen *';
  frame.src = source;
  const handle = createResizeHandle(
    word('resize'),
    () => width,
    resize,
    () => done(width),
  );
  const element = box('panel', button('close', word('close'), close), frame, handle.element);
  return {
    element,
    width: () => width,
    isResizing: handle.isMoving,
    setWidth(next) {
      width = next;
      element.style.width = `${next}px`;
      handle.say(next);
    },
    focus: () => frame.focus(),
    replaceFrame(notice) {
      element.replaceChildren(notice);
    },
  };
}
