import { describe, expect, it } from 'vitest';
import { isNewerVersion } from './versions.ts';

describe('versions', () => {
  it.each([
    ['0.2.0', '0.1.0', true],
    ['0.10.0', '0.9.9', true],
    ['1.0', '0.99.1', true],
    ['0.1.0.1', '0.1', true],
    ['0.1.0', '0.1.0', false],
    ['0.1', '0.1.0', false],
    ['0.1.9', '0.2.0', false],
    ['0.9.9', '0.10.0', false],
  ])('%s came after %s: %s', (version, other, newer) => {
    expect(isNewerVersion(version, other)).toBe(newer);
  });
});
