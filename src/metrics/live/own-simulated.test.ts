import * as v from 'valibot';
import { expect, it } from 'vitest';
import { RoomIdSchema } from '../ids.ts';
import { CurrencyCodeSchema } from '../money.ts';
import { accountOf } from './account.ts';
import { AccountKeySchema, type KnownLive, type OwnChoices, ownLives } from './own.ts';

const live = (place: number, simulated?: boolean): KnownLive => ({
  id: v.parse(RoomIdSchema, `764995180536339120${place}`),
  room: accountOf({ id: '700101', handle: 'shop.one' }),
  currency: v.parse(CurrencyCodeSchema, 'VND'),
  simulated,
});

const reasons = (of: KnownLive, all: readonly KnownLive[], choices: OwnChoices = {}) =>
  ownLives(of, all, choices).leftOut.map(({ live: { id }, reason }) => [
    Number(id.slice(-1)),
    reason,
  ]);

it('simulated figures and real ones never count for each other, whatever the seller says', () => {
  const [here, sample, real] = [live(1), live(2, true), live(3, false)];
  const all = [here, sample, real];
  for (const said of [undefined, 'id:700101', 'mine']) {
    const choices = said === undefined ? {} : { [sample.id]: v.parse(AccountKeySchema, said) };
    expect(reasons(here, all, choices)).toEqual([[2, 'simulated']]);
    expect(reasons(sample, all, choices)).toEqual([
      [1, 'simulated'],
      [3, 'simulated'],
    ]);
  }
  expect(reasons(sample, [live(4, true)])).toEqual([]);
});
