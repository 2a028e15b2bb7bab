import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Origin } from '../../metrics/figure.ts';
import type { ImportedLive } from '../../metrics/imports.ts';
import { money } from '../../metrics/money.ts';
import { OPEN_API_PREFIX } from '../../metrics/open-api-origin.ts';
import { DAY_MS, seconds, unixMs, unixSeconds } from '../../metrics/time.ts';
import { deleteShop, openShop } from '../archive.fixture.ts';
import { views } from '../parts.fixture.ts';
import type { Archive } from '../types.ts';
import { BEGIN, FINAL, importId, row, tiktokId } from './imports.fixture.ts';

let archive: Archive;
beforeEach(async () => {
  archive = await openShop();
});
afterEach(() => deleteShop(archive));

const real = tiktokId(1);
const early = unixMs((BEGIN + 3_600) * 1000);
const origin: Origin = {
  how: 'fetched',
  endpoint: `${OPEN_API_PREFIX}202509/shop_lives/performance`,
  at: FINAL,
};

/** The LIVE as the Open API tells of it, once its figures are final. */
function collected(): ImportedLive {
  const { session, ...rest } = row({ id: real, file: 'north.ndjson', row: 1 });
  return {
    ...rest,
    session: {
      ...session,
      figures: {
        views: { value: 1_000, origin },
        gmv: { money: money('5000', 'VND'), origin },
      },
      timeline: {
        interval: seconds(60),
        series: [{ metric: 'views', kind: 'amount', points: [[unixSeconds(BEGIN), 9]] }],
      },
      origins: { room: origin, figures: origin, timeline: origin },
    },
  };
}

/** The page answered of it while its figures still moved. */
const seen = () =>
  archive.storeAll(
    [
      {
        room: { ...row().session.room, id: real },
        origins: { room: { how: 'observed', endpoint: 'room/info', at: early } },
      },
      views(real, 400, early),
    ],
    early,
  );

async function add(number: number) {
  await archive.stageImport(importId(number), [collected()], FINAL);
  const preview = await archive.previewImport(importId(number));
  const done = await archive.commitImport(importId(number), [], FINAL);
  if (!done.ok) throw new Error(done.fault.code);
  return preview;
}

const viewsOf = async () => (await archive.session(real))?.figures.views?.value;

describe('a LIVE of the page that the Open API tells of too', () => {
  it('is one room with the better figures of both, each reading a revision', async () => {
    await seen();
    expect(await add(1)).toMatchObject([{ room: real, state: 'updated', matched: false }]);
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([real]);
    const session = await archive.session(real);
    expect(session).toMatchObject({
      figures: { views: { value: 1_000 }, gmv: { money: { amount: '5000' } } },
      timeline: { interval: 60 },
    });
    const revisions = await archive.revisions(real);
    expect(revisions.map(({ figures }) => figures.views?.value).sort()).toEqual([1_000, 400]);
    expect(await add(2)).toMatchObject([{ state: 'same' }]);
    expect(await archive.revisions(real)).toHaveLength(2);
  });

  it('has what the page answers later, and what the page said before once the file is taken back', async () => {
    await seen();
    await add(1);
    const later = unixMs(FINAL + DAY_MS);
    await archive.store(views(real, 1_010, later), later);
    expect(await viewsOf()).toBe(1_010);
    await archive.undoImport(importId(1), later);
    expect(await viewsOf()).toBe(1_010);
    expect((await archive.session(real))?.figures.gmv).toBeUndefined();
  });

  it('is one room also where the page comes second', async () => {
    await add(1);
    await seen();
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([real]);
    expect(await viewsOf()).toBe(1_000);
    await archive.undoImport(importId(1), FINAL);
    expect(await viewsOf()).toBe(400);
  });
});
