/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * A seeded generator: the same word gives the same numbers on every machine. The word is hashed by
 * FNV-1a; the numbers are Tommy Ettinger's mulberry32 (public domain), plenty for a few thousand.
 */
export function randomOf(word: string): Random {
  let state = 0x811c9dc5;
  for (let place = 0; place < word.length; place++) {
    state = Math.imul(state ^ word.charCodeAt(place), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The places 0 to size − 1 in an order that the generator decides (Fisher-Yates). */
export function shuffled(random: Random, size: number): Uint16Array {
  const places = new Uint16Array(size);
  for (let place = 0; place < size; place++) places[place] = place;
  for (let last = size - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = places[last] ?? 0;
    places[last] = places[other] ?? 0;
    places[other] = kept;
  }
  return places;
}
