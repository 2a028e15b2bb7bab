import { expect, it } from 'vitest';
import { creatorName } from './creator-name.ts';
import { roomId } from './state/ports.fixture.ts';

it('names the creator of a LIVE with one sign', () => {
  const id = roomId(1);
  expect(creatorName({ id, creator: { handle: '@linh' } })).toBe('@linh');
  expect(creatorName({ id, creator: { handle: 'linh' } })).toBe('@linh');
  expect(creatorName({ id, creator: { name: 'Linh' } })).toBe('Linh');
  expect(creatorName({ id })).toBeUndefined();
});
