/** A button that only a person can press: clicks made by the page's scripts are ignored. */
export function button(name: string, label: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.className = name;
  element.textContent = label;
  // Its words may be written the other way than the page's.
  element.dir = 'auto';
  element.addEventListener('click', ({ isTrusted }) => {
    if (isTrusted) press();
  });
  return element;
}

/** A box of elements with a class name. */
export function box(name: string, ...content: (HTMLElement | string)[]): HTMLDivElement {
  const element = document.createElement('div');
  element.className = name;
  element.append(...content);
  return element;
}
