type Child = Node | string | undefined;

/** An element with attributes and children; texts become text nodes, so Trusted Types have nothing to say. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A table row of plain cells; an unknown cell shows a dash. */
export function tableRow(...cells: readonly (Node | string | undefined)[]): HTMLElement {
  return element('tr', {}, ...cells.map((cell) => element('td', {}, cell ?? '–')));
}

/** Replaces what an element of the page holds. */
export function fill(id: string, ...children: readonly Child[]): void {
  document.getElementById(id)?.replaceChildren(...children.filter((child) => child !== undefined));
}
