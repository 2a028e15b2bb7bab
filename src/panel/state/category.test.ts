import { signal } from '@preact/signals';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { recordHead, recordOf } from '../../archive/records.ts';
import { CategoryIdSchema, ProductIdSchema } from '../../metrics/ids.ts';
import { emptySession } from '../../metrics/merge.ts';
import { money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { unixMs, unixSeconds } from '../../metrics/time.ts';
import { defaultSettings, type Settings } from '../../platform/settings.ts';
import { roomCategory } from './category.ts';
import { roomId } from './ports.fixture.ts';
import { pastLives } from './report-store.ts';
import { createStreamsStore } from './streams-store.ts';

const category = (id: string) => v.parse(CategoryIdSchema, id);
const [answered, named, picked, shops] = ['601450', '604206', '601152', '600001'].map(category);
const serum = v.parse(ProductIdSchema, '1729400000000000001');
const origin = { how: 'fetched', endpoint: 'core/stats', at: unixMs(9_000_000) } as const;

/** A LIVE that ended, whose best-selling product has the category that is answered, if any. */
function live(place: number, answer?: typeof answered): Session {
  const startedAt = unixSeconds(1_000 * place);
  const gmv = money('720', 'USD');
  return {
    ...emptySession(roomId(place)),
    room: { id: roomId(place), status: 'ended', startedAt, endedAt: unixSeconds(startedAt + 500) },
    figures: { gmvPerHour: { money: gmv, origin } },
    products: [{ id: serum, gmv, ...(answer === undefined ? {} : { category: answer }) }],
    origins: { figures: origin },
  };
}

/** The category of one LIVE as the three places have it that ask: in view, as an earlier LIVE, and as one to learn from. */
function everywhere(session: Session, settings: Settings) {
  const inView = roomCategory({
    room: signal({ session, busy: 'no', missing: [] }),
    settings: signal(settings),
  }).value.id;
  const record = recordOf(recordHead(session, 1));
  const [past] = pastLives([record], settings);
  const cases = (wanted: typeof answered) =>
    createStreamsStore({
      room: signal({ session: live(9), busy: 'no', missing: [] }),
      list: signal({ rooms: [record], known: true, fetching: false }),
      own: signal({ account: undefined, own: [record], leftOut: [], countsItself: true }),
      settings: signal(settings),
      category: signal({ from: 'shop', id: wanted ?? category('856720') }),
      feeds: signal({ slices: [], lacks: [], known: true }),
      history: signal(undefined),
    }).cases.value.length;
  const learning = [answered, named, picked, shops].filter((one) => cases(one) > 0);
  return { inView, past: past?.category, learning };
}

it('is the same wherever a LIVE is met: picked for it, else answered, else named for its best-selling product, else the shop’s', () => {
  const choices = (...all: readonly Partial<Settings>[]): Settings =>
    Object.assign({ ...defaultSettings }, ...all);
  const shop = { shopCategory: shops };
  const product = named === undefined ? {} : { productCategories: { [serum]: named } };
  const room = picked === undefined ? {} : { roomCategories: { [roomId(2)]: picked } };
  const same = (id: typeof answered) => ({ inView: id, past: id, learning: [id] });
  expect(everywhere(live(2, answered), choices(shop, product, room))).toEqual(same(picked));
  expect(everywhere(live(2, answered), choices(shop, product))).toEqual(same(answered));
  expect(everywhere(live(2), choices(shop, product))).toEqual(same(named));
  expect(everywhere(live(2), choices(shop))).toEqual(same(shops));
});
