/** A copy without its undefined fields, so that what is missing is absent. */
export function present<T extends object>(value: T): T {
  const copy = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}
