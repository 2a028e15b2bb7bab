import { expect, it } from 'vitest';
import { present } from './present.ts';

it('a copy leaves out what is not known and keeps zero and empty text', () => {
  const known = { a: undefined, b: 0, c: '' };
  expect(Object.keys(present(known))).toEqual(['b', 'c']);
  expect(Object.keys(known)).toEqual(['a', 'b', 'c']);
});
