/** A field inside an answer, by its path; undefined where anything on the way is missing. */
export function fieldOf(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = new Map<string, unknown>(Object.entries(at)).get(String(step));
  }
  return at;
}

/** A list inside an answer; empty where there is none. */
export function list(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = fieldOf(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A text or number inside an answer as text; undefined where it is neither. */
export function text(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = fieldOf(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' ? found : undefined;
}

/** A number, or a text that is one. */
export function number(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = text(value, ...path);
  const read = found === undefined || found === '' ? Number.NaN : Number(found);
  return Number.isFinite(read) ? read : undefined;
}
