/** The `dir` of a field: the way of what stands in it, and that of the page while only its placeholder does. */
export const ownDirection = (text: string): 'auto' | undefined =>
  text === '' ? undefined : 'auto';
