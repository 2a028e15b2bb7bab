import { useEffect } from 'preact/hooks';
import type { App } from '../state/app.ts';
import { type Shortcut, shortcutOf } from './shortcuts.ts';

const pressed = ({ key, metaKey, defaultPrevented }: KeyboardEvent) => ({
  key,
  metaKey,
  defaultPrevented,
});

/** Shows what keys and the menu open over the panel. */
export interface Windows {
  readonly keys: () => void;
  readonly palette: () => void;
  /** The seller's LIVEs over time. */
  readonly overTime: () => void;
  readonly downloads: () => void;
  /** What an update changed. */
  readonly news: () => void;
}

/** What takes its own keys while it has the focus. */
const TAKES_KEYS = 'textarea, select, input:not([type="range"], [type="checkbox"], [type="radio"])';

/** Follows the keys of the panel wherever the focus is; `windows` stays the same object. */
export function useShortcuts(app: App, windows: Windows): void {
  useEffect(() => {
    const follow = (event: KeyboardEvent): void => {
      const { target } = event;
      const inField = target instanceof Element && target.closest(TAKES_KEYS) !== null;
      const inDialog =
        document.querySelector('dialog[open], :popover-open:not([role="tooltip"])') !== null;
      const does = shortcutOf(
        // Where AltGr makes a bracket, the browser tells of Ctrl and Alt too.
        event.getModifierState('AltGraph')
          ? { ...pressed(event), ctrlKey: false, altKey: false }
          : event,
        {
          inField,
          inDialog: inDialog || event.repeat,
          singleKeys: app.settings.settings.value.singleKeys,
        },
      );
      if (does === undefined) return;
      event.preventDefault();
      run(does);
    };
    const run = (does: Shortcut): void => {
      if (does === 'keys' || does === 'palette') windows[does]();
      else if (does === 'pick') document.querySelector<HTMLElement>('.picker input')?.focus();
      else {
        const next = app.shop.beside(app.room.view.value.id, does);
        if (next === undefined) return;
        app.touch();
        void app.open(next.id);
      }
    };
    addEventListener('keydown', follow);
    return () => removeEventListener('keydown', follow);
  }, [app, windows]);
}
