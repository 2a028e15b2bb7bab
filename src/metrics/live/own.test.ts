import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type RoomId, RoomIdSchema } from '../ids.ts';
import { CurrencyCodeSchema, money } from '../money.ts';
import { unixMs, unixSeconds } from '../time.ts';
import { accountOf } from './account.ts';
import {
  AccountKeySchema,
  choiceFor,
  type KnownLive,
  type LeftOut,
  type OwnChoice,
  type OwnChoices,
  ownLives,
} from './own.ts';

const roomId = (place: number): RoomId =>
  v.parse(RoomIdSchema, `76499518053633912${String(place).padStart(2, '0')}`);
const key = (text: string) => v.parse(AccountKeySchema, text);

/** A LIVE of an account, told by its number ("7001") or its handle ("@shop"), or of nobody known. */
function live(place: number, whose: { id?: string; handle?: string } = {}, currency?: string) {
  return {
    id: roomId(place),
    room: accountOf(whose),
    ...(currency === undefined ? {} : { currency: v.parse(CurrencyCodeSchema, currency) }),
  } satisfies KnownLive;
}
const [one, two] = [{ id: '700101', handle: 'Shop.One' }, { id: '700202' }];

/** Why each LIVE is left out, by its place. */
function reasons(of: KnownLive, all: readonly KnownLive[], choices: OwnChoices = {}) {
  const { leftOut } = ownLives(of, all, choices);
  return leftOut.map(({ live: { id }, reason }): [number, LeftOut] => [
    Number(id.slice(-2)),
    reason,
  ]);
}

describe('own LIVEs', () => {
  const here = live(1, one, 'VND');

  it('are those of the same account and currency, each other one left out with its reason', () => {
    const all = [
      here,
      live(2, one, 'VND'),
      live(3, { handle: '@shop.one' }, 'VND'),
      live(4, two, 'VND'),
      live(5, one, 'MYR'),
      live(6, {}, 'VND'),
      live(7, two, 'MYR'),
    ];
    expect(ownLives(here, all, {}).own.map(({ id }) => id)).toEqual([roomId(2), roomId(3)]);
    expect(ownLives(here, all, {}).account).toBe('id:700101');
    expect(reasons(here, all)).toEqual([
      [4, 'other-account'],
      [5, 'other-currency'],
      [6, 'unknown-account'],
      [7, 'other-currency'],
    ]);
  });

  it('of a stranger’s LIVE are the stranger’s', () => {
    const stranger = live(1, two, 'VND');
    const all = [live(2, two, 'VND'), live(3, one, 'VND')];
    expect(ownLives(stranger, all, {}).own).toEqual([all[0]]);
  });

  it('without money count where their account has one currency, and not where it has several', () => {
    const all = [live(2, one), live(3, one, 'VND')];
    expect(ownLives(here, all, {}).own).toEqual(all);
    expect(ownLives(live(1, one), all, {}).own).toEqual(all);
    expect(ownLives(live(1, one), [live(2, one)], {}).own).toHaveLength(1);
    expect(reasons(here, [...all, live(4, one, 'MYR')])).toEqual([
      [2, 'unknown-currency'],
      [4, 'other-currency'],
    ]);
  });

  it('are none where nothing says whose the LIVE itself is', () => {
    expect(reasons(live(1), [live(2), live(3, one)])).toEqual([
      [2, 'unknown-here'],
      [3, 'unknown-here'],
    ]);
  });

  it('go by the number where a handle went from one account to another', () => {
    const all = [
      live(2, { id: '700101', handle: 'shop' }, 'VND'),
      live(3, { id: '700202', handle: 'shop' }, 'VND'),
      live(4, { handle: 'shop' }, 'VND'),
    ];
    expect(reasons(here, all)).toEqual([
      [3, 'other-account'],
      [4, 'other-account'],
    ]);
  });

  it('take no blank, display name or rounded number for an account', () => {
    expect(accountOf({ id: '7.00011122233344E+018', handle: 'Shop One' })).toEqual({});
    expect(accountOf({ id: ' 7000000000000000001 ', handle: '@Shop_1' })).toEqual({
      accountId: '7000000000000000001',
      accountHandle: 'shop_1',
    });
  });
});

describe('the seller’s choice', () => {
  const here = live(1, one, 'VND');
  const unknown = live(2, {}, 'VND');
  const all = [here, unknown, live(3, one, 'VND')];
  const chosen = (counts: boolean, of: KnownLive, which: KnownLive, known: OwnChoices = {}) => {
    const changes = choiceFor(counts, { live: which, of, all }, known);
    const next: Record<string, OwnChoice> = { ...known };
    for (const [id, choice] of Object.entries(changes)) {
      if (choice === null) delete next[id];
      else next[id] = choice;
    }
    return next;
  };

  it('takes in a LIVE of nobody known, and out again to where it was', () => {
    const taken = chosen(true, here, unknown);
    expect(taken).toEqual({ [unknown.id]: 'id:700101' });
    expect(ownLives(here, all, taken).own).toContain(unknown);
    expect(chosen(false, here, unknown, taken)).toEqual({});
  });

  it('takes out a LIVE that counts, and in again to where it was', () => {
    const out = chosen(false, here, live(3, one, 'VND'));
    expect(out).toEqual({ [roomId(3)]: 'out' });
    expect(reasons(here, all, out)).toContainEqual([3, 'taken-out']);
    expect(chosen(true, here, live(3, one, 'VND'), out)).toEqual({});
  });

  it('holds after later readings say whose the LIVE is', () => {
    const taken = chosen(true, here, unknown);
    const read = live(2, two, 'VND');
    expect(ownLives(here, [here, read], taken).own).toEqual([read]);
  });

  it('makes one account of two LIVEs of nobody known, and finds its name later', () => {
    const other = live(4, {}, 'VND');
    const taken = chosen(true, other, unknown);
    expect(taken).toEqual({ [other.id]: 'mine', [unknown.id]: 'mine' });
    expect(ownLives(other, [other, unknown, here], taken).own).toEqual([unknown]);
    const named = live(4, one, 'VND');
    expect(ownLives(here, [here, named, unknown], taken).own).toEqual([named, unknown]);
  });

  it('of a handle holds once the handle’s number is known', () => {
    const byHandle = live(1, { handle: 'shop.one' }, 'VND');
    const taken = choiceFor(true, { live: unknown, of: byHandle, all: [byHandle, unknown] }, {});
    expect(taken).toEqual({ [unknown.id]: '@shop.one' });
    expect(ownLives(here, all, { [unknown.id]: key('@shop.one') }).own).toContainEqual(unknown);
  });
});

const accounts = fc.constantFrom(
  {},
  { id: '700101' },
  { id: '700101', handle: 'one' },
  { handle: 'one' },
  { id: '700202', handle: 'two' },
  { handle: 'two' },
  { id: '700303', handle: 'one' },
);
const currencies = fc.constantFrom(undefined, 'VND', 'MYR');
const lives = fc
  .array(fc.tuple(accounts, currencies), { minLength: 1, maxLength: 9 })
  .map((all) => all.map(([whose, currency], place) => live(place, whose, currency)));
const choicesOf = fc.dictionary(
  fc.integer({ min: 0, max: 8 }).map((place) => roomId(place)),
  fc.constantFrom(key('mine'), key('@one'), key('id:700202')),
  { noNullPrototype: true },
);

describe('being own', () => {
  it('is the same both ways, and passes from one LIVE to the next', () => {
    fc.assert(
      fc.property(lives, choicesOf, (all, choices) => {
        const isOwn = all.map((of) => new Set(ownLives(of, all, choices).own.map(({ id }) => id)));
        const related = (a: number, b: number): boolean =>
          a === b || (isOwn[a]?.has(roomId(b)) ?? false);
        const places = all.map((_, place) => place);
        for (const a of places) {
          for (const b of places) {
            expect(related(a, b)).toBe(related(b, a));
            for (const c of places) {
              if (related(a, b) && related(b, c)) expect(related(a, c)).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('splits all other LIVEs into those that count and those that don’t', () => {
    fc.assert(
      fc.property(lives, choicesOf, (all, choices) => {
        const [of] = all;
        if (of === undefined) return;
        const { own, leftOut } = ownLives(of, all, choices);
        const ids = [...own, ...leftOut.map((one) => one.live)].map(({ id }) => id);
        expect(ids.toSorted()).toEqual(all.slice(1).map(({ id }) => id));
      }),
    );
  });

  it('follows the seller’s word, unless the currency forbids it, also after any later reading', () => {
    fc.assert(
      fc.property(lives, choicesOf, accounts, fc.boolean(), (all, choices, later, counts) => {
        const [of, which] = all;
        if (of === undefined || which === undefined) return;
        const changes = choiceFor(counts, { live: which, of, all }, choices);
        const next: Record<string, OwnChoice> = { ...choices };
        for (const [id, choice] of Object.entries(changes)) {
          if (choice === null) delete next[id];
          else next[id] = choice;
        }
        const { own, leftOut } = ownLives(of, all, next);
        const reason = leftOut.find((one) => one.live.id === which.id)?.reason;
        const counted = own.some(({ id }) => id === which.id);
        if (counts) expect(counted || /currency$/.test(reason ?? '')).toBe(true);
        else expect(counted).toBe(false);
        // What a choice was needed for stays as the seller said, whatever is read of the LIVE later.
        if (counts && counted && next[which.id] !== undefined && next[of.id] === undefined) {
          const read = { ...which, room: accountOf(later) };
          const again = ownLives(of, [of, read], next);
          if (again.account !== undefined && again.account === ownLives(of, all, next).account) {
            const why = again.leftOut.map((one) => one.reason).join();
            expect(again.own.length === 1 || /currency$/.test(why)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('LIVEs that tell nothing of what is usual', () => {
  const start = 1_782_168_993;
  const lasting = (place: number, length: number): KnownLive => ({
    ...live(place, one, 'VND'),
    room: {
      ...accountOf(one),
      startedAt: unixSeconds(start + place * 86_400),
      endedAt: unixSeconds(start + place * 86_400 + length),
      status: 'ended',
    },
  });
  const shows = [lasting(1, 6_607), lasting(2, 7_200), lasting(3, 5_259), lasting(4, 776)] as const;
  const [here, , , stub] = shows;

  it('leave out a stub among shows of hours, and say so', () => {
    expect(reasons(here, shows)).toEqual([[4, 'stub']]);
  });

  it('keep LIVEs of minutes where the account always streams so shortly', () => {
    const short = [lasting(1, 700), lasting(2, 650), lasting(3, 800), lasting(4, 776)] as const;
    expect(reasons(short[0], short)).toEqual([]);
  });

  it('leave out a LIVE that only had one of our products left in it', () => {
    const origin = { how: 'fetched', endpoint: 'core/stats', at: unixMs(0) } as const;
    const foreign: KnownLive = {
      ...lasting(5, 9_000),
      figures: {
        gmv: { money: money('0', 'VND'), origin },
        productClicks: { value: 0, origin },
        productImpressions: { value: 89, origin },
        views: { value: 12_000, origin },
      },
    };
    expect(reasons(here, [here, foreign])).toEqual([[5, 'not-selling']]);
  });

  it('are counted in where the seller says so, which is remembered and can be taken back', () => {
    const choices = choiceFor(true, { live: stub, of: here, all: shows }, {});
    expect(choices).toEqual({ [stub.id]: 'id:700101' });
    const counted = Object.fromEntries(
      Object.entries(choices).flatMap(([id, choice]) => (choice === null ? [] : [[id, choice]])),
    );
    expect(reasons(here, shows, counted)).toEqual([]);
    expect(choiceFor(false, { live: stub, of: here, all: shows }, counted)).toEqual({
      [stub.id]: null,
    });
  });
});
