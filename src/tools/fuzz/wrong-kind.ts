import fc from 'fast-check';
import { isAddress } from '../../metrics/address.ts';
import { junk, unreadableNumbers } from './junk.ts';

/**
 * Values of a kind that no field of an answer has in place of another kind's, by the kind of what stands there: from
 * them nothing can be read.
 */
export interface WrongKinds {
  readonly number: unknown;
  readonly id: unknown;
  readonly address: unknown;
  readonly text: unknown;
  readonly flag: unknown;
  readonly list: unknown;
  readonly object: unknown;
}

const others = [true, [], [5], [[]], { value: 5 }] as const;
const deep = junk.filter((value) => Array.isArray(value));
const wrong = (...values: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: deep });

export const wrongKinds: fc.Arbitrary<WrongKinds> = fc.record({
  number: wrong(...unreadableNumbers, ...others),
  id: wrong('12x', '1.5', '-7', ' ', true, {}, []),
  address: wrong('nowhere', 'javascript:alert(1)', 'http://', '//x', 7, {}, []),
  text: wrong(7, true, {}, []),
  flag: wrong('yes', 'true', 1, 0, {}, []),
  list: fc.constantFrom<unknown>('x', 7, true, { a: 1 }),
  object: wrong('x', 7, true, [[1]]),
});

/** The kind of what stands in an answer; undefined of what stands for nothing. */
export function kindOf(value: unknown): keyof WrongKinds | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') return 'number';
  const text = String(value);
  if (/^\d{10,}$/.test(text) && text.length > 10) return 'id';
  if (text.trim() !== '' && Number.isFinite(Number(text))) return 'number';
  return isAddress(text) && /^https?:/.test(text) ? 'address' : 'text';
}
