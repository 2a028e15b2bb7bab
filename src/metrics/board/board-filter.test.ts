import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { anything, factorsOf, found, tagsOf, withTag } from './board-filter.ts';
import { type Pinned, PinnedSchema } from './pinned.ts';

const names = { factorName: (id: string) => `Factor ${id}`, locale: 'en' };

function pinned(place: number, more: object = {}): Pinned {
  return v.parse(PinnedSchema, {
    kind: 'factor',
    id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    pinnedAt: 1,
    factor: 'stay',
    rank: `a${place}`,
    tags: [],
    note: '',
    status: 'to-try',
    room: { room: '7649951805363391201', figures: {}, title: 'Spring sale', creator: '@ana' },
    ...more,
  });
}
const board = [
  pinned(1, { note: 'Café lights from the left', tags: ['host', 'light'] }),
  pinned(2, { factor: 'reach', status: 'tried', tags: ['host'] }),
  pinned(3, { kind: 'moment', at: 42, factor: undefined }),
];
const ids = (things: readonly Pinned[]) => things.map(({ rank }) => rank);
const look = (wanted: Partial<typeof anything>) =>
  ids(found(board, { ...anything, ...wanted }, names));

describe('finding on the board', () => {
  it('takes every word, wherever it stands, whatever its case and marks', () => {
    expect(look({ search: 'CAFE left' })).toEqual(['a1']);
    expect(look({ search: '@ana spring' })).toEqual(['a1', 'a2', 'a3']);
    expect(look({ search: 'host reach' })).toEqual(['a2']);
    expect(look({ search: 'spring autumn' })).toEqual([]);
  });

  it('goes by factor, status, tag and kind together', () => {
    expect(look({ tag: 'host' })).toEqual(['a1', 'a2']);
    expect(look({ tag: 'host', status: 'tried' })).toEqual(['a2']);
    expect(look({ kind: 'moment' })).toEqual(['a3']);
    expect(look({ factor: 'stay' })).toEqual(['a1']);
  });

  it('is everything in its order while nothing is asked for', () => {
    expect(found(board, anything, names)).toBe(board);
    expect(look({ search: '   ' })).toEqual(['a1', 'a2', 'a3']);
  });
});

describe('what there is to choose from', () => {
  it('is the tags in use, most used first, and the factors by their names', () => {
    expect(tagsOf(board)).toEqual(['host', 'light']);
    expect(factorsOf(board, names)).toEqual([
      { id: 'reach', name: 'Factor reach' },
      { id: 'stay', name: 'Factor stay' },
    ]);
  });
});

describe('a tag', () => {
  it('is added once, whatever its case, and never longer than it may be or empty', () => {
    expect(withTag(['Host'], ' #light  desk ')).toEqual(['Host', 'light desk']);
    expect(withTag(['Host'], 'HOST')).toBeUndefined();
    expect(withTag([], ' # ')).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (typed) => {
        const tags = withTag([], typed);
        const kept = pinned(1, { tags: tags ?? [] });
        expect(kept.tags).toEqual(tags ?? []);
      }),
    );
  });
});
