import { expect, it } from 'vitest';
import { creatorName } from './creator-name.ts';

it('names the creator of a LIVE with one sign', () => {
  expect(creatorName({ creator: { handle: '@linh' } })).toBe('@linh');
  expect(creatorName({ creator: { handle: 'linh' } })).toBe('@linh');
  expect(creatorName({ creator: { name: 'Linh' } })).toBe('Linh');
  expect(creatorName({})).toBeUndefined();
});
