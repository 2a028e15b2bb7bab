import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { unixMs } from '../time.ts';
import { PinnedIdSchema, RankSchema } from './pinned.ts';
import { byRank, rankAtTop, ranksAfterMove } from './ranks.ts';

const idOf = (place: number) =>
  v.parse(PinnedIdSchema, `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`);

/** A board whose ranks repeat, as two panels make them, and now and then are no keys at all. */
const boards = fc
  .array(fc.constantFrom('a0', 'a1', 'a1V', 'a2', 'Zz', 'b'), { minLength: 2, maxLength: 12 })
  .map((ranks) =>
    ranks
      .map((rank, place) => ({
        id: idOf(place),
        rank: v.parse(RankSchema, rank),
        pinnedAt: unixMs(place % 3),
      }))
      .sort(byRank),
  );

describe('the order of the board', () => {
  it('is what a move made it, whatever ranks stood there, and nothing else changes places', () => {
    fc.assert(
      fc.property(
        boards,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('before' as const, 'after' as const),
        (board, from, to, side) => {
          const moved = board[from % board.length];
          const beside = board[to % board.length];
          if (moved === undefined || beside === undefined || moved === beside) return;
          const ranks = ranksAfterMove(board, moved.id, beside.id, side);
          const after = board
            .map((one) => ({ ...one, rank: ranks.get(one.id) ?? one.rank }))
            .sort(byRank)
            .map(({ id }) => id);
          const rest = board.map(({ id }) => id).filter((id) => id !== moved.id);
          rest.splice(rest.indexOf(beside.id) + (side === 'after' ? 1 : 0), 0, moved.id);
          expect(after).toEqual(rest);
        },
      ),
    );
  });

  it('changes one rank alone where there is room for it', () => {
    const board = ['a0', 'a1', 'a2'].map((rank, place) => ({
      id: idOf(place),
      rank: v.parse(RankSchema, rank),
      pinnedAt: unixMs(0),
    }));
    const ranks = ranksAfterMove(board, idOf(2), idOf(0), 'after');
    expect([...ranks.keys()]).toEqual([idOf(2)]);
    expect(ranksAfterMove(board, idOf(1), idOf(0), 'after').size).toBe(0);
    expect(ranksAfterMove(board, idOf(1), idOf(9), 'after').size).toBe(0);
  });

  it('has room at the top for ever', () => {
    let board = [{ id: idOf(0), rank: rankAtTop([]), pinnedAt: unixMs(0) }];
    for (let place = 1; place < 300; place += 1) {
      board = [{ id: idOf(place), rank: rankAtTop(board), pinnedAt: unixMs(0) }, ...board];
    }
    expect([...board].sort(byRank)).toEqual(board);
    expect(board[0]?.rank.length).toBeLessThan(10);
  });
});
