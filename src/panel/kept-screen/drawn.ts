/** What a page shows, as it can be stored: text, or an element by name, attributes and content. */
export type DrawnNode =
  | string
  | readonly [string, Readonly<Record<string, string>>, ...DrawnNode[]];

/** What a first screen is drawn without at first, or what nobody can use before its code is there. */
const LEFT_OUT =
  'dialog, [popover], [role="listbox"], .skip-link, .verdict ~ *, #diagnosis ~ *, main > div ~ *';

/** Places that keep their size and lose their content: it comes later, or is of the moment in which it was drawn. */
const EMPTIED = '.age, .rail, .states, .verdict-course';

/** Attributes by which something would be loaded or run. */
const isLeftOut = (name: string): boolean =>
  /^(?:on|src|href|xlink:|action$|formaction$|data$|poster$)/i.test(name);

/** Elements that load or run what they hold or name; no first screen has one. */
const isActive = (name: string): boolean =>
  /^(?:base|embed|frame|iframe|link|meta|object|script|style|template)$/i.test(name);

/** Reads the first screen off a panel that is drawn. What was typed or chosen stands in the fields as it does there. */
export function readDrawn(element: Element): DrawnNode {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attributes) if (!isLeftOut(name)) attributes[name] = value;
  if (element instanceof HTMLInputElement) {
    attributes.value = element.value;
    if (element.checked) attributes.checked = '';
  }
  if (element instanceof HTMLOptionElement && element.selected) attributes.selected = '';
  const content = element.matches(EMPTIED) ? [] : [...element.childNodes].flatMap(contentOf);
  // As long as what comes, so that no scrollbar pushes the bars aside then.
  if (element.matches('main > div')) content.push(['div', { class: 'rest-to-come' }]);
  return [element.localName, attributes, ...content];
}

function contentOf(node: Node): readonly DrawnNode[] {
  if (node instanceof Text) return [node.data];
  return node instanceof Element && !node.matches(LEFT_OUT) ? [readDrawn(node)] : [];
}

const SVG = 'http://www.w3.org/2000/svg';

const isStyled = (element: Element): element is Element & ElementCSSInlineStyle =>
  'style' in element;

/** Draws what was stored; undefined for what is nothing of the kind. */
export function draw(drawn: unknown, within?: string): Node | undefined {
  if (typeof drawn === 'string') return document.createTextNode(drawn);
  if (!Array.isArray(drawn)) return undefined;
  const [name, attributes, ...content]: unknown[] = drawn;
  if (typeof name !== 'string' || isActive(name)) return undefined;
  if (typeof attributes !== 'object' || attributes === null) return undefined;
  const namespace = name === 'svg' ? SVG : within;
  const element =
    namespace === undefined
      ? document.createElement(name)
      : document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (isLeftOut(attribute)) continue;
    // The page's content security policy refuses styles as attributes; set like this they count as the code's own.
    if (attribute === 'style' && isStyled(element)) element.style.cssText = String(value);
    else element.setAttribute(attribute, String(value));
  }
  element.append(...content.flatMap((one) => draw(one, namespace) ?? []));
  return element;
}
