import fc from 'fast-check';
import * as v from 'valibot';
import { liveAnswer } from '../../../demo/open-api/answers.ts';
import { demoShop } from '../../../demo/shop.ts';
import { SessionSchema } from '../../../metrics/session.ts';
import { unixMs } from '../../../metrics/time.ts';
import { BasesOfShop, type ReadLive } from '../../../sources/open-api/decide-bases.ts';
import {
  listEndpoint,
  livePath,
  minutesEndpoint,
  overviewEndpoint,
  productsEndpoint,
  shopPath,
} from '../../../sources/open-api/endpoints.ts';
import { OfficialFigureSchema } from '../../../sources/open-api/official-figure.ts';
import { readListPage, readListRow } from '../../../sources/open-api/read-live.ts';
import { readMinutes } from '../../../sources/open-api/read-minutes.ts';
import { gmvOfDays, officialOfDay, readOverview } from '../../../sources/open-api/read-overview.ts';
import { readLiveProducts } from '../../../sources/open-api/read-products.ts';
import { sessionOfLive } from '../../../sources/open-api/session-of-live.ts';
import { isRecord } from '../../../sources/seller-center/fields.ts';
import { fuzzed } from '../fuzzed.ts';
import { leavesOf, newIn } from '../malformed-field.ts';
import { placeIn, spoilt, valueIn, wayDown, without, withValue } from '../spoilt-value.ts';
import { kindOf, wrongKinds } from '../wrong-kind.ts';

/** A fixed day, so that a seed draws the same inputs whenever it is run. */
const NOW = Date.UTC(2026, 10, 20, 20);
const sessions = demoShop(NOW).sessions(NOW).slice(0, 8);
const days = { start_date_ge: '2026-01-01', end_date_lt: '2027-01-01' };
const answerOf = (path: string, query: Readonly<Record<string, string>>): unknown =>
  liveAnswer(path, query, sessions, NOW, {}).data;

const list = answerOf(shopPath(listEndpoint), { ...days, page_size: '8' });
const overview = answerOf(shopPath(overviewEndpoint), { ...days, granularity: '1D' });
const ofLives = sessions
  .filter(({ room }) => room.endedAt !== undefined)
  .map(({ room }) => ({
    minutes: answerOf(livePath(minutesEndpoint, room.id), {}),
    products: answerOf(livePath(productsEndpoint, room.id), {}),
  }));

const recordIn = (data: unknown): Record<string, unknown> => (isRecord(data) ? data : {});
const at = unixMs(NOW);

/** A shop's LIVEs as the collecting command makes them of answers, the same minutes and products for each. */
function madeOf(listed: unknown, minutes: unknown, products: unknown) {
  const bases = new BasesOfShop();
  const lives = readListPage(recordIn(listed)).rows.map(({ id, row }): ReadLive => {
    const live = {
      listed: readListRow(id, row),
      minutes: readMinutes(recordIn(minutes)),
      products: readLiveProducts(recordIn(products)),
    };
    bases.add(live);
    return live;
  });
  const decided = bases.decide();
  const about = { region: 'US', at: { list: at, minutes: at, products: at }, simulated: true };
  return lives.map((live) => sessionOfLive(live, decided, about));
}

const folder = 'sources/open-api';
const OfficialSchema = v.array(OfficialFigureSchema);

const [ofOne] = ofLives;
const answers: readonly unknown[] = [list, overview, ofOne?.minutes, ofOne?.products];

/** What each reader makes of data; of another endpoint's it makes nothing. */
const readingsOf = (data: Record<string, unknown>) => ({
  listed: readListPage(data).rows.map(({ id, row }) => readListRow(id, row)),
  minutes: readMinutes(data),
  days: readOverview(data),
  sold: readLiveProducts(data),
});

export const openApiReaders = [
  fuzzed({
    name: 'answers of the Open API about LIVEs',
    reads: ['read-live', 'read-minutes', 'read-products', 'api-value'].map(
      (name) => `${folder}/${name}.ts`,
    ),
    share: 8,
    inputs: fc.constantFrom(...ofLives).chain(({ minutes, products }) =>
      fc.record({
        listed: spoilt(fc.constant(list)),
        minutes: spoilt(fc.constant(minutes)),
        products: spoilt(fc.constant(products)),
      }),
    ),
    read: ({ listed, minutes, products }) => madeOf(listed, minutes, products),
    wrong: (lives) => {
      for (const { session, official } of lives) {
        const stored = v.safeParse(SessionSchema, session);
        if (!stored.success) return `not to be stored: ${v.summarize(stored.issues)}`;
        const told = v.safeParse(OfficialSchema, official);
        if (!told.success) return `no official figures: ${v.summarize(told.issues)}`;
      }
      return undefined;
    },
  }),
  fuzzed({
    name: 'answers of the Open API about days',
    reads: [`${folder}/read-overview.ts`, `${folder}/api-value.ts`],
    share: 3,
    inputs: spoilt(fc.constant(overview)),
    read: (data) => {
      const read = readOverview(recordIn(data));
      const bases = { gmv: 'gmv', ctr: undefined, ctor: undefined } as const;
      const gmv = gmvOfDays(read, new Map([['2026-11-19', 1]]), bases);
      return read.flatMap((day) => officialOfDay(day, gmv));
    },
    wrong: (official) => {
      const told = v.safeParse(OfficialSchema, official);
      return told.success ? undefined : `no official figures: ${v.summarize(told.issues)}`;
    },
  }),
  fuzzed({
    name: 'answers of the Open API with a malformed field',
    reads: ['read-live', 'read-minutes', 'read-products', 'read-overview', 'api-value'].map(
      (name) => `${folder}/${name}.ts`,
    ),
    share: 5,
    inputs: fc.record({ nth: fc.nat(answers.length - 1), down: wayDown, by: wrongKinds }),
    read: ({ nth, down, by }) => {
      const data = answers[nth];
      const path = placeIn(data, down);
      const kind = kindOf(valueIn(data, path));
      // Here a percentage is a number that can be read.
      if (path.length === 0 || kind === undefined || by[kind] === '12%') return undefined;
      const all = [data, without(data, path), withValue(data, path, by[kind])];
      const [before, absent, after] = all.map((one) => leavesOf(readingsOf(recordIn(one))));
      return before && absent && after && newIn(after, before, absent);
    },
    wrong: (found) => found,
  }),
];
