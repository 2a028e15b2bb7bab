import fc from 'fast-check';
import type * as v from 'valibot';

const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'kind') === 'schema';

const part = (of: object, name: string): unknown => Reflect.get(of, name);

const listOf = (of: object, name: string): readonly unknown[] => {
  const list = part(of, name);
  return Array.isArray(list) ? list : [];
};

/** Texts that rules ask for which can't be turned into values. */
const addresses = ['https://feeds.example.com/live/index.json', 'https://a.example.com/b.json'];

/**
 * Values that a schema takes, mostly: checks that are functions, and some rules of texts, aren't known here. What
 * the schema says nothing of is any value.
 */
export function valuesOf(schema: unknown, depth = 0): fc.Arbitrary<unknown> {
  if (!isSchema(schema) || depth > 12) return fc.constant(undefined);
  const inner = (one: unknown): fc.Arbitrary<unknown> => valuesOf(one, depth + 1);
  switch (schema.type) {
    case 'object':
    case 'loose_object':
    case 'strict_object':
      return objects(part(schema, 'entries'), inner);
    case 'optional':
    case 'exact_optional':
      return inner(part(schema, 'wrapped'));
    case 'nullable':
    case 'nullish':
      return fc.option(inner(part(schema, 'wrapped')));
    case 'array':
      return fc.array(inner(part(schema, 'item')), { maxLength: 3 });
    case 'tuple':
      return fc.tuple(...listOf(schema, 'items').map(inner));
    case 'record':
      return fc.dictionary(
        inner(part(schema, 'key')).map((key) => String(key)),
        inner(part(schema, 'value')),
        { maxKeys: 3 },
      );
    case 'picklist':
      return fc.constantFrom(...listOf(schema, 'options'));
    case 'literal':
      return fc.constant(part(schema, 'literal'));
    case 'union':
    case 'variant':
      return fc.oneof(...listOf(schema, 'options').map(inner));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numbers(listOf(schema, 'pipe'));
    case 'string':
      return texts(listOf(schema, 'pipe'));
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

function objects(
  entries: unknown,
  inner: (one: unknown) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  if (typeof entries !== 'object' || entries === null) return fc.constant({});
  const all = Object.entries(entries);
  const isNeeded = (one: unknown): boolean =>
    isSchema(one) && !['optional', 'exact_optional', 'nullish'].includes(one.type);
  return fc.record(Object.fromEntries(all.map(([name, one]) => [name, inner(one)])), {
    requiredKeys: all.flatMap(([name, one]) => (isNeeded(one) ? [name] : [])),
  });
}

/** What a rule of a pipe asks for. */
function asked(pipe: readonly unknown[], type: string): unknown {
  const rule = pipe.find(
    (one) => typeof one === 'object' && one !== null && part(one, 'type') === type,
  );
  return typeof rule === 'object' && rule !== null ? part(rule, 'requirement') : undefined;
}

const has = (pipe: readonly unknown[], type: string): boolean =>
  pipe.some((one) => typeof one === 'object' && one !== null && part(one, 'type') === type);

function numbers(pipe: readonly unknown[]): fc.Arbitrary<unknown> {
  const [least, most] = [asked(pipe, 'min_value'), asked(pipe, 'max_value')];
  const min = typeof least === 'number' ? least : has(pipe, 'gt_value') ? 0.001 : undefined;
  const max = typeof most === 'number' ? most : undefined;
  const whole = fc.integer({
    min: Math.ceil(min ?? (max === undefined ? 0 : Math.min(0, max))),
    max: Math.floor(max ?? Math.max(min ?? 0, 0) + 2_000_000_000),
  });
  if (has(pipe, 'integer')) return whole;
  const any = fc.double({
    noNaN: true,
    noDefaultInfinity: true,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  });
  return fc.oneof(whole, any);
}

function texts(pipe: readonly unknown[]): fc.Arbitrary<unknown> {
  if (has(pipe, 'uuid')) return fc.uuid();
  if (has(pipe, 'iso_date')) return fc.constantFrom('2026-11-24', '2028-02-29');
  if (has(pipe, 'starts_with')) return fc.constantFrom(...addresses);
  if (has(pipe, 'digits') || has(pipe, 'decimal')) return fc.nat().map(String);
  const pattern = asked(pipe, 'regex');
  if (pattern instanceof RegExp) return fc.stringMatching(pattern);
  const most = asked(pipe, 'max_length');
  return fc.string({
    minLength: has(pipe, 'min_length') ? 1 : 0,
    maxLength: typeof most === 'number' ? Math.min(most, 12) : 12,
  });
}
