/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * A seeded generator (sfc32, by Chris Doty-Humphrey, public domain): the same words give the same
 * numbers on every machine. Words are mixed in one after another, so `randomOf(seed, 'room', 3)` and
 * `randomOf(seed, 'room', 4)` have nothing in common.
 */
export function randomOf(...words: readonly (string | number)[]): Random {
  // Browsers keep whole numbers of 32 bits in a variable as objects, and in such an array as they are.
  const state = Int32Array.of(...hash(words.join(' ')), 1);
  const next = (): number => {
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const counter = state[3] ?? 0;
    const sum = (((a + b) | 0) + counter) | 0;
    state[3] = counter + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

function hash(text: string): readonly [number, number, number] {
  const seeds = [0x9e3779b9, 0x243f6a88, 0xb7e15162].map((start) => {
    let state = start;
    for (let i = 0; i < text.length; i++) {
      state = Math.imul(state ^ text.charCodeAt(i), 0x5bd1e995);
      state ^= state >>> 15;
    }
    return state | 0;
  });
  return [seeds[0] ?? 0, seeds[1] ?? 0, seeds[2] ?? 0];
}
