import fc from 'fast-check';

type Change =
  | { readonly way: 'cut'; readonly at: number }
  | { readonly way: 'take' | 'double'; readonly at: number; readonly length: number }
  | { readonly way: 'put' | 'write'; readonly at: number; readonly bytes: readonly number[] };

/** Where in a file, as a share of its length. */
const at = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 400 });
const bytes = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 20 }),
  // Lengths and counts that stand in a file are tried at their ends.
  fc.constantFrom([0, 0, 0, 0], [255, 255, 255, 255], [127, 255, 255, 255], [0, 0, 0, 1]),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ way: fc.constant('cut' as const), at }),
  fc.record({ way: fc.constantFrom('take' as const, 'double' as const), at, length }),
  fc.record({ way: fc.constantFrom('put' as const, 'write' as const), at, bytes }),
);

/** Files that are cut off, or have some of their bytes changed, taken out, doubled or put in. */
export function spoiltBytes(
  whole: fc.Arbitrary<Uint8Array<ArrayBuffer>>,
): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  return fc
    .tuple(whole, fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([file, all]) => all.reduce(changed, file));
}

function changed(file: Uint8Array<ArrayBuffer>, change: Change): Uint8Array<ArrayBuffer> {
  const place = Math.floor(change.at * file.length);
  const [before, after] = [file.subarray(0, place), file.subarray(place)];
  switch (change.way) {
    case 'cut':
      return before.slice();
    case 'take':
      return joined(before, after.subarray(change.length));
    case 'double':
      return joined(before, after.subarray(0, change.length), after);
    case 'put':
      return joined(before, change.bytes, after);
    case 'write':
      return joined(before, change.bytes, after.subarray(change.bytes.length));
  }
}

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    file.set(part, place);
    place += part.length;
  }
  return file;
}
