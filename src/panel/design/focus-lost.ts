/** Whether nothing has the focus, such as when what had it is taken off the page. */
export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}
