import fc from 'fast-check';

type Change =
  | { readonly way: 'cut'; readonly at: number }
  | { readonly way: 'take'; readonly at: number; readonly length: number }
  | { readonly way: 'double'; readonly at: number; readonly length: number }
  | { readonly way: 'put'; readonly at: number; readonly text: string };

/** Where in a text, as a share of its length. */
const at = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 40 });

const put = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '\n', '\u0000', '\ufeff', '1e999', '-'),
  // As long as makes a reader slow that goes over it again and again.
  fc
    .record({
      of: fc.constantFrom('[', '{"a":', '\\"', '"', '1', ' ', '<a>', '9999999999999999,', '\n'),
      length: fc.integer({ min: 10, max: 15_000 }),
    })
    .map(({ of, length }) => of.repeat(Math.ceil(length / of.length))),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ way: fc.constant('cut' as const), at }),
  fc.record({ way: fc.constant('take' as const), at, length }),
  fc.record({ way: fc.constant('double' as const), at, length }),
  fc.record({ way: fc.constant('put' as const), at, text: put }),
);

/** Texts that are cut off, or have some of their signs taken out, doubled or put in. */
export function spoiltText(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(whole, fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, all]) => all.reduce(changed, text));
}

function changed(text: string, change: Change): string {
  const place = Math.floor(change.at * text.length);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  switch (change.way) {
    case 'cut':
      return before;
    case 'take':
      return before + after.slice(change.length);
    case 'double':
      return before + after.slice(0, change.length) + after;
    case 'put':
      return before + change.text + after;
  }
}
