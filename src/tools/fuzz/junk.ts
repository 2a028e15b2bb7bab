import fc from 'fast-check';

/** Names that objects have by themselves: who looks them up in a plain object finds what nobody put there. */
export const ownNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
] as const;

/** Texts that look like numbers to some and to others don't; no number can be read in any of them for certain. */
export const unreadableNumbers = [
  'many',
  'NaN',
  'Infinity',
  '-',
  '--',
  'N/A',
  '1,234',
  '1.234,56',
  '1 234',
  '1’234',
  '12%',
  '$12',
  '₫1.000',
  '٣٤',
  '１２',
  '0x1F',
  '1_000',
  '1e999',
  '12abc',
  '−3',
  '\u202e12',
  '12\u0000',
  '9'.repeat(400),
  `${'9'.repeat(400)}%`,
  `1.${'1'.repeat(200)}%`,
] as const;

const oddNumbers = [
  0,
  -0,
  -1,
  0.1 + 0.2,
  1e-7,
  1e21,
  1e300,
  -1e300,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 2,
  7_649_951_805_363_391_000,
  8_640_000_000_000,
  8_640_000_000_001,
  1_781_240_000_000,
];

const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'https://',
  'https://a',
  'data:image/png;base64,AAAA',
  '2026-02-30',
  '0000000000000000000',
  '7649951805363391253',
];

/** A value inside so many others. */
function nested(depth: number, isList: boolean): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = isList ? [value] : { a: value };
  return value;
}

const longText = fc
  .record({
    // What patterns that try again and again are slowest at: one sign over and over, and two by turns.
    of: fc.constantFrom(
      '1',
      '9,',
      '.',
      'a',
      ' ',
      '"',
      '\\"',
      '[',
      '<',
      '/',
      '-',
      'x1',
      '1 h ',
      '&',
      '\n',
    ),
    length: fc.integer({ min: 100, max: 20_000 }),
    end: fc.constantFrom('', '!', '"', 'x'),
  })
  .map(({ of, length, end }) => of.repeat(Math.ceil(length / of.length)) + end);

/** Any value that JSON can hold, odd ones above all. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { a: {} }),
  },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...oddNumbers) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...oddTexts) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...unreadableNumbers) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...ownNames) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 2, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: longText },
  {
    weight: 1,
    arbitrary: fc
      .record({ depth: fc.integer({ min: 1, max: 1_500 }), isList: fc.boolean() })
      .map(({ depth, isList }) => nested(depth, isList)),
  },
);
