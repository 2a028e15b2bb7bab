import { describe, expect, it } from 'vitest';
import { sourceName } from './source-names.ts';

describe('the name of a traffic source', () => {
  it('is known for TikTok’s own keys alone, whatever an answer calls a source', () => {
    expect(sourceName('foru')).toBe('source_foru');
    for (const key of ['', 'new_source', 'constructor', '__proto__']) {
      expect(sourceName(key)).toBeUndefined();
    }
  });
});
