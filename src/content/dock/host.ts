import css from './dock.css?inline';

/** A line at the right edge that what it holds hangs from; important, so that page styles don't move it. */
const hostStyle = [
  'all:initial',
  'position:fixed',
  'inset:0 0 0 auto',
  'display:block',
  'width:0',
  'overflow:visible',
  'z-index:2147483647',
  'color-scheme:light dark',
].join('!important;');

/** How often a panel that the page took out is put back. */
const MOST_RETURNS = 5;

/** The one element the launcher adds to the page; what it holds is out of the page's reach. */
export interface DockHost {
  readonly element: Element;
  /** Shows these elements, and nothing else. `keep` puts them back when the page takes them out. */
  show(keep: boolean, ...content: HTMLElement[]): void;
  /** Adds an element to what is shown. */
  add(element: HTMLElement): void;
  remove(): void;
}

export function createHost(): DockHost {
  const element = document.createElement('div');
  element.style.cssText = `${hostStyle}!important`;
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  // The page's shortcuts aren't meant for the dock's own controls.
  root.addEventListener('keydown', (event) => event.stopPropagation());

  let returns = 0;
  const put = (): void => {
    document.documentElement.append(element);
    element.popover = 'manual';
    // Over the page's own dialogs; where it can't be, the style's z-index stands in.
    element.showPopover?.();
  };
  const keeper = new MutationObserver(() => {
    if (element.isConnected || returns++ >= MOST_RETURNS) return;
    put();
  });

  return {
    element,
    show(keep, ...content) {
      root.replaceChildren(...content);
      if (!element.isConnected) put();
      keeper.disconnect();
      if (keep) keeper.observe(document.documentElement, { childList: true });
    },
    add: (added) => root.append(added),
    remove() {
      keeper.disconnect();
      element.remove();
    },
  };
}
