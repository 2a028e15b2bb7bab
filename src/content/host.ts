import edge from './edge.css?inline';

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

/** An element of ours at the page's right edge; what it holds is out of the page's reach. */
export interface EdgeHost {
  readonly element: Element;
  /** Shows these elements, and nothing else. */
  show(...content: HTMLElement[]): void;
  /** Adds an element to what is shown. */
  add(element: HTMLElement): void;
  /** Puts it into the page, over the page's own dialogs. */
  put(): void;
  remove(): void;
}

/** `css` is what its content needs beside what all content at the edge shares. */
export function createHost(css: string): EdgeHost {
  const element = document.createElement('div');
  element.style.cssText = `${hostStyle}!important`;
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(edge + css);
  root.adoptedStyleSheets = [sheet];
  // The page's shortcuts aren't meant for controls of ours.
  root.addEventListener('keydown', (event) => event.stopPropagation());

  const put = (): void => {
    document.documentElement.append(element);
    element.popover = 'manual';
    // Where it can't be, the style's z-index stands in.
    element.showPopover?.();
  };

  return {
    element,
    show(...content) {
      root.replaceChildren(...content);
      if (!element.isConnected) put();
    },
    add: (added) => root.append(added),
    put,
    remove: () => element.remove(),
  };
}
