import fc from 'fast-check';
import { junk, ownNames } from './junk.ts';

/** Where a value stands inside another: the names that lead there. */
export type Path = readonly string[];

/** A way down into any value: at each level one of what is there, counted over and over. */
export const wayDown: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(), {
  minLength: 1,
  maxLength: 10,
});

/** Where a way down ends in a value: at its end, or where there is nothing further down. */
export function placeIn(value: unknown, down: readonly number[]): Path {
  const path: string[] = [];
  let at = value;
  for (const nth of down) {
    if (typeof at !== 'object' || at === null) break;
    const names = Object.keys(at);
    const name = names[nth % Math.max(1, names.length)];
    if (name === undefined) break;
    path.push(name);
    at = Reflect.get(at, name);
  }
  return path;
}

/** What stands at a place; undefined where nothing does. */
export function valueIn(value: unknown, path: Path): unknown {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = Reflect.get(at, name);
  }
  return at;
}

/** What takes the place of an entry: any number of entries. */
type Replace = (name: string, value: unknown) => readonly (readonly [string, unknown])[];

/** A copy of a value with the entry at a place replaced. */
function withEntry(value: unknown, [name, ...rest]: Path, replace: Replace): unknown {
  if (name === undefined || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(
    ([key, inner]): readonly (readonly [string, unknown])[] => {
      if (key !== name) return [[key, inner]];
      return rest.length === 0 ? replace(key, inner) : [[key, withEntry(inner, rest, replace)]];
    },
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A copy of a value with another one at a place. */
export const withValue = (value: unknown, path: Path, by: unknown): unknown =>
  withEntry(value, path, (name) => [[name, by]]);

/** A copy of a value without what stands at a place. */
export const without = (value: unknown, path: Path): unknown => withEntry(value, path, () => []);

type Way =
  | { readonly way: 'put'; readonly by: unknown }
  | { readonly way: 'drop' }
  | { readonly way: 'wrap'; readonly inList: boolean }
  | { readonly way: 'repeat'; readonly times: number }
  | { readonly way: 'swap'; readonly with: readonly number[] }
  | { readonly way: 'rename'; readonly to: string }
  | { readonly way: 'form'; readonly form: keyof typeof forms };

/** A number in other forms, or an other number. */
const forms = {
  text: (number: number) => `${number}`,
  number: (number: number) => number,
  negative: (number: number) => -number,
  huge: (number: number) => number * 1e300,
  fraction: (number: number) => number / 7,
  german: (number: number) => number.toLocaleString('de-DE'),
  french: (number: number) => number.toLocaleString('fr-FR'),
  arabic: (number: number) => number.toLocaleString('ar-EG'),
  indian: (number: number) => number.toLocaleString('en-IN'),
  percent: (number: number) => `${number}%`,
} as const;

const way: fc.Arbitrary<Way> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ way: fc.constant('put' as const), by: junk }) },
  { weight: 2, arbitrary: fc.record({ way: fc.constant('drop' as const) }) },
  { weight: 1, arbitrary: fc.record({ way: fc.constant('wrap' as const), inList: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      way: fc.constant('repeat' as const),
      times: fc.oneof(fc.constant(2), fc.integer({ min: 2, max: 60 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ way: fc.constant('swap' as const), with: wayDown }) },
  {
    weight: 1,
    arbitrary: fc.record({
      way: fc.constant('rename' as const),
      to: fc.oneof(fc.constantFrom(...ownNames), fc.string()),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      way: fc.constant('form' as const),
      form: fc.constantFrom(...named(forms)),
    }),
  },
);

function named<T extends object>(object: T): readonly (keyof T)[] {
  const names: (keyof T)[] = [];
  for (const name in object) names.push(name);
  return names;
}

interface Change {
  readonly place: readonly number[];
  readonly change: Way;
}

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({ place: wayDown, change: way }),
  { minLength: 1, maxLength: 5 },
);

/** Values with some of what is in them changed, left out, doubled, moved, renamed, or put in another form. */
export function spoilt(whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(whole, changes)
    .map(([value, all]) => all.reduce((before, change) => changed(before, change), value));
}

function changed(value: unknown, { place, change }: Change): unknown {
  const path = placeIn(value, place);
  if (path.length === 0) return change.way === 'put' ? change.by : value;
  switch (change.way) {
    case 'put':
      return withValue(value, path, change.by);
    case 'drop':
      return without(value, path);
    case 'wrap':
      return withEntry(value, path, (name, inner) => [
        [name, change.inList ? [inner] : { [name]: inner }],
      ]);
    case 'repeat':
      return withEntry(value, path, (name, inner) =>
        Array.from({ length: change.times }, (_, nth) => [`${name}${nth || ''}`, inner] as const),
      );
    case 'swap':
      return withValue(value, path, valueIn(value, placeIn(value, change.with)));
    case 'rename':
      return withEntry(value, path, (_, inner) => [[change.to, inner]]);
    case 'form':
      return withEntry(value, path, (name, inner) => [[name, inOtherForm(inner, change.form)]]);
  }
}

function inOtherForm(value: unknown, form: keyof typeof forms): unknown {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? forms[form](number) : value;
}
