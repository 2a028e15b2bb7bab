/** Values of which each is kept once. */
export interface SharedValues<T> {
  readonly all: readonly T[];
  placeOf(value: T): number;
}

/** Values, each kept once, and the place of each. `isSame` tells cheaply what mostly comes one after the other. */
export function sharedValues<T>(isSame: (one: T, other: T) => boolean): SharedValues<T> {
  const all: T[] = [];
  const places = new Map<string, number>();
  let last: { readonly value: T; readonly place: number } | undefined;
  const find = (value: T): number => {
    const key = JSON.stringify(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, all.length);
    return all.push(value) - 1;
  };
  return {
    all,
    placeOf(value) {
      if (last === undefined || !isSame(last.value, value)) last = { value, place: find(value) };
      return last.place;
    },
  };
}
