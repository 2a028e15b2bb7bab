import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import './dialog.css';
import { useI18n } from './i18n.ts';

/** A modal window over the panel, open as long as it is mounted; Escape and a click beside it close it. */
export function Dialog({
  title,
  onClose,
  onKey,
  children,
}: {
  title: string;
  onClose: () => void;
  /** Hears every key pressed in the window, wherever in it the focus is. */
  onKey?: (event: KeyboardEvent) => void;
  children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  const { t } = useI18n();
  const element = useRef<HTMLDialogElement>(null);
  // Before it is painted: a window in sight has the focus and hears its keys.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={id}
      // Browsers tell of the closing with a later frame: by then another window may be open in its place.
      onClose={(event) => event.currentTarget.isConnected && onClose()}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => {
        event.stopPropagation();
        onKey?.(event);
      }}
    >
      <div class="dialog-head">
        <h2 id={id} class="clip-text" dir="auto">
          {title}
        </h2>
        <IconButton icon="close" label={t('panel_close')} onClick={onClose} />
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
