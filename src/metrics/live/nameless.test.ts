import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RoomIdSchema } from '../ids.ts';
import { isNameless, standInId, standIns } from './nameless.ts';

describe('a stand-in for a room id', () => {
  it('is told from the ids of TikTok, and lies apart from them', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const id = standInId(key);
        expect(isNameless(id)).toBe(true);
        expect(standInId(key)).toBe(id);
        expect(id >= standIns.from && id < standIns.before).toBe(true);
      }),
    );
    for (const id of ['7649951805363391253', '649951805363391253']) {
      expect(isNameless(v.parse(RoomIdSchema, id))).toBe(false);
    }
  });
});
