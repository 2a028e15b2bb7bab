import type { PillSays } from '../../platform/pill.ts';
import { box } from '../elements.ts';
import { createHost } from '../host.ts';
import type { Life } from '../launcher/content-context.ts';
import type { ExtensionApi } from '../launcher/extension-api.ts';
import { readWords } from '../launcher/read-words.ts';
import { updateNotice } from '../notice.ts';
import { createJudge } from './judge.ts';
import { createPill } from './pill.ts';
import css from './tab.css?inline';

/** The closed panel: a tab at the page's right edge, which opens it. */
export interface Tab {
  show(): void;
  focus(): void;
  /**
   * What it says of the LIVE of the page, where anything is known. What is due is worked out while it shows, and begun
   * anew each time that it is said.
   */
  say(room: string | undefined, says: PillSays | undefined): void;
  /** Leaves the page without a trace. */
  leave(): void;
}

/**
 * Says nothing until it is told what. `said` is what the worker said of its words; `width` that of the open panel, in
 * CSS pixels.
 */
export function createTab(
  api: ExtensionApi,
  life: Life,
  said: unknown,
  { open, width }: { open(): void; width(): number },
): Tab {
  const words = readWords(said, api);
  const host = createHost(css);
  const pill = createPill(words, () => {
    if (life.check()) open();
    else showNotice();
  });
  const judge = createJudge(api, host.add);
  let isShown = false;
  /** The LIVE whose verdict can be worked out. */
  let due: string | undefined;
  const judgeDue = (): void => judge.work(isShown ? due : undefined);

  const leave = (): void => {
    isShown = false;
    judgeDue();
    host.remove();
  };
  const showNotice = (): void => {
    const panel = box('panel', notice());
    panel.style.width = `${width()}px`;
    host.show(panel);
  };
  const notice = updateNotice(words, leave);
  life.signal.addEventListener('abort', leave);

  return {
    show() {
      if (isShown || life.signal.aborted) return;
      isShown = true;
      host.show(pill.element);
      judgeDue();
    },
    focus: () => pill.element.focus(),
    say(room, says) {
      pill.say(says === 'due' ? undefined : says);
      due = says === 'due' ? room : undefined;
      judgeDue();
    },
    leave,
  };
}
