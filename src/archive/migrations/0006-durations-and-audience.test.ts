import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop } from '../archive.fixture.ts';
import { databaseName, SNAPSHOTS } from '../names.ts';
import { makeReleased } from '../released/released.fixture.ts';

const name = databaseName('shop');
const room = '7649951805363391253';
const at = 1_781_240_000_000;
const how = (kind: string) => ({ how: kind, endpoint: 'core/stats', at });
const figure = (value: number, kind: string) => ({ value, origin: how(kind) });

/** A LIVE as version 5 kept it, with both lengths of watching from one source. */
const sessionBy = (kind: string, more: object = {}) => ({
  version: 1,
  room: { id: room },
  figures: {
    views: figure(4_232, kind),
    averageViewDuration: figure(48.092628, kind),
    averageViewDurationPerView: figure(72, kind),
  },
  comparisons: { market: { averageViewDuration: { difference: -0.1 } }, own: {} },
  origins: { figures: how(kind) },
  gaps: [{ endpoint: 'core/stats', field: 'averageViewDurationPerView', reason: 'absent' }],
  ...more,
});

const pinId = '00000000-0000-4000-8000-000000000001';
const pinnedBy = (id: string, more: object) => ({
  kind: 'factor',
  id,
  pinnedAt: at,
  factor: 'stay',
  rank: 'a0',
  tags: [],
  note: '',
  status: 'to-try',
  metric: 'averageViewDuration',
  room: { room, startedAt: 1_781_143_239, figures: { averageViewDuration: 48, views: 4_232 } },
  ...more,
});
const plan = {
  id: '00000000-0000-4000-8000-000000000002',
  madeAt: at,
  changedAt: at,
  madeFrom: room,
  title: 'Next LIVE',
  state: 'open',
  guardRail: 'averageViewDuration',
  items: [
    {
      id: '00000000-0000-4000-8000-000000000003',
      rank: 'a0',
      title: 'Greet by name',
      how: '',
      owners: ['host'],
      metric: 'averageViewDurationPerView',
      done: false,
      tested: true,
    },
  ],
};
const spread = { p10: 1, p25: 2, p50: 3, p75: 4, p90: 5, count: 40, hours: 80 };
const feed = 'https://bench.example/index.json';
const slice = {
  feed,
  region: 'US',
  category: '601450',
  address: 'https://bench.example/v1/US/601450/2026-11-24.json',
  checkedAt: at,
  freshUntil: at,
  usedAt: at,
  slice: {
    region: 'US',
    category: '601450',
    day: '2026-11-24',
    window: 28,
    shops: 6,
    lives: 40,
    metrics: { averageViewDuration: spread, averageViewDurationPerView: spread, liveCtr: spread },
    rooms: [],
  },
};

/** Opens an archive that version 5 left with one LIVE of this kind and what hung on it. */
async function upgraded(session: object) {
  const database = await makeReleased(name, 5);
  const figures = 'figures' in session ? session.figures : {};
  const head = { id: room, room: { id: room }, figures, revision: 1, simulated: false, order: 1 };
  await database.put('rooms', head);
  await database.put('details', { id: room, session });
  const times = { 'figures.averageViewDuration': at, 'market.averageViewDuration': at };
  await database.put('answers', { id: room, session, times });
  await database.put('revisions', { room, number: 1, at, figures });
  await database.put('pinned', pinnedBy(pinId, {}));
  await database.put(
    'pinned',
    pinnedBy('00000000-0000-4000-8000-000000000004', { simulated: true }),
  );
  await database.put('plans', plan);
  await database.put('slices', slice);
  database.close();
  return openShop();
}

const values = (figures: object | undefined): object =>
  Object.fromEntries(
    Object.entries(figures ?? {}).flatMap(([id, one]) =>
      id.startsWith('average') ? [[id, one.value]] : [],
    ),
  );

afterEach(async () => {
  await deleteDB(name);
  await deleteDB(SNAPSHOTS);
});

describe('figures of before on how long people watched', () => {
  const told = { averageViewDurationPerView: 48.092628, averageViewDurationPerViewer: 72 };

  it.each(['observed', 'fetched'])(
    'take the names of their counts where Seller Center was %s',
    async (kind) => {
      const archive = await upgraded(sessionBy(kind));
      const session = await archive.session(sessionRoom(await archive.rooms()));
      expect(values(session?.figures)).toEqual(told);
      expect(session?.comparisons.market).toEqual({
        averageViewDurationPerView: { difference: -0.1 },
      });
      expect(session?.gaps[0]?.field).toBe('averageViewDurationPerViewer');
      expect(values((await archive.rooms())[0]?.figures)).toEqual(told);
      const [revision] = await archive.revisions(sessionRoom(await archive.rooms()));
      expect(values(revision?.figures)).toEqual(told);
      archive.close();
    },
  );

  it('keep their names where a file gave them', async () => {
    const archive = await upgraded(sessionBy('file'));
    const [head] = await archive.rooms();
    expect(values(head?.figures)).toEqual({
      averageViewDuration: 48.092628,
      averageViewDurationPerView: 72,
    });
    archive.close();
  });

  it('were per viewer and per view in the sample shop', async () => {
    const archive = await upgraded(sessionBy('simulated', { simulated: true }));
    const [head] = await archive.rooms();
    expect(values(head?.figures)).toEqual({
      averageViewDurationPerViewer: 48.092628,
      averageViewDurationPerView: 72,
    });
    archive.close();
  });

  it('are followed by pins, by the metrics that plans are judged by, and by answers to come', async () => {
    const archive = await upgraded(sessionBy('observed'));
    const pinned = await archive.pinned();
    expect(pinned.map((one) => ('metric' in one ? one.metric : undefined))).toEqual([
      'averageViewDurationPerView',
      'averageViewDurationPerViewer',
    ]);
    expect(pinned[0]?.room.figures).toEqual({ averageViewDurationPerView: 48, views: 4_232 });
    const [kept] = await archive.plans();
    expect([kept?.guardRail, kept?.items[0]?.metric]).toEqual([
      'averageViewDurationPerView',
      'averageViewDurationPerViewer',
    ]);
    archive.close();
  });

  it('are left out of what a feed of version 1 said, with the reason', async () => {
    const archive = await upgraded(sessionBy('observed'));
    const [kept] = await archive.slices();
    expect(Object.keys(kept?.slice?.metrics ?? {})).toEqual(['liveCtr']);
    expect(kept?.slice?.leftOut).toEqual({
      averageViewDuration: 'older-meaning',
      averageViewDurationPerView: 'older-meaning',
    });
    archive.close();
  });

  it('are told of once', async () => {
    const archive = await upgraded(sessionBy('observed'));
    expect(await archive.upgrade()).toMatchObject({
      tells: ['migration_durations', 'migration_oneReference'],
    });
    await archive.forgetUpgrade();
    expect(await archive.upgrade()).toBeUndefined();
    archive.close();
  });
});

describe('audiences of before', () => {
  const audience = [
    {
      of: 'viewers',
      by: 'follower',
      parts: ['10', '11', '12', '13'].map((code, i) => ({
        name: code,
        value: [72, 522, 70, 2][i],
      })),
    },
    {
      of: 'customers',
      by: 'region',
      parts: [
        { name: 'Long An', value: 0.111111 },
        { name: 'Long An', value: 0 },
      ],
    },
  ];

  it('have named tiers, each counted once, and places with shares', async () => {
    const archive = await upgraded(sessionBy('observed', { audience }));
    const session = await archive.session(sessionRoom(await archive.rooms()));
    expect(session?.audience).toEqual([
      {
        of: 'viewers',
        by: 'follower',
        parts: [
          { name: 'follower', value: 72 },
          { name: 'old-follower', within: 'follower', value: 70 },
          { name: 'new-follower', within: 'follower', value: 2 },
          { name: 'not-following', value: 522 },
        ],
      },
      { of: 'customers', by: 'region', parts: [{ name: 'Long An', share: 0.111111 }] },
    ]);
    archive.close();
  });

  it('of the sample shop lose their tiers, which meant something else', async () => {
    const simulated = sessionBy('simulated', { audience, simulated: true });
    const archive = await upgraded(simulated);
    const session = await archive.session(sessionRoom(await archive.rooms()));
    expect(session?.audience?.map(({ by }) => by)).toEqual(['region']);
    archive.close();
  });
});

function sessionRoom<T extends { readonly id: R }, R>([first]: readonly T[]): R {
  if (first === undefined) throw new Error('no LIVE is kept');
  return first.id;
}
