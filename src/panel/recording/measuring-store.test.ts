import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tell } from '../../archive/news.ts';
import { failed, fault, ok } from '../../metrics/fault.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { seconds, unixMs } from '../../metrics/time.ts';
import type { ask } from '../../platform/ask.ts';
import { NOW, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import type { MeasuringOrder, MeasuringReply } from './measuring.ts';
import { createMeasuringStore, type MeasuringStore } from './measuring-store.ts';

const room = roomId(1);
const measurable = {
  which: 'shop',
  room,
  from: { kind: 'address', url: 'https://media.example/list.m3u8' },
} as const;
const survey = {
  length: seconds(60),
  pictures: 2,
  sounds: 1,
  bytes: 500_000,
  least: 1,
  most: 4,
};

let world: Awaited<ReturnType<typeof testPorts>>;
let store: MeasuringStore;
let now = NOW;
let isFull = false;
let isUnread = false;
/** What keeping waits for, and the bytes of what was to be kept. */
let gate: Promise<void> | undefined;
let keeps: number[] = [];
/** What the thread that runs was told, and the way to say what it says; undefined once it is ended. */
let thread:
  | { readonly orders: MeasuringOrder[]; readonly say: (reply: MeasuringReply) => void }
  | undefined;

beforeEach(async () => {
  isFull = false;
  isUnread = false;
  thread = undefined;
  gate = undefined;
  keeps = [];
  now = NOW;
  world = await testPorts();
  store = createMeasuringStore(
    { ...world.ports, ask: worker, now: () => now },
    (hear) => {
      const orders: MeasuringOrder[] = [];
      const mine = { orders, say: hear };
      thread = mine;
      return {
        order: (order) => mine.orders.push(order),
        end: () => {
          if (thread === mine) thread = undefined;
        },
      };
    },
    async (trouble) =>
      trouble.kind === 'unreached' ? { ...trouble, kind: 'not-allowed' } : trouble,
  );
  await store.read('shop', room);
});
afterEach(() => world.close());

/** Asks as the panel does; the archive answers in the worker's place. */
const worker: typeof ask = async (verb, request) => {
  const reply = world.ports.ask(verb, request);
  const asked = world.asked.pop();
  asked?.answer(await answered(verb, Object(request)));
  return reply;
};

async function answered(verb: string, told: ReturnType<typeof Object>) {
  const { archive } = world;
  // The store of a test before this one still hears news, of an archive that is closed.
  const gone = () => failed(fault('worker-gone'));
  if (verb === 'recording.measures') {
    if (isUnread) return gone();
    return archive.measures(told.rooms).then((measures) => ok({ measures }), gone);
  }
  if (verb === 'room.replay') return ok({ url: 'https://media.example/newer.m3u8' });
  if (isFull) return failed(fault('storage-full'));
  keeps.push(told.measures.bytes);
  await gate;
  await archive.keepMeasures(told.measures);
  return ok({});
}

const measures = (about: Partial<RecordingMeasures> = {}): RecordingMeasures => ({
  version: 1,
  room,
  source: 'replay',
  readAt: unixMs(1),
  bytes: 300_000,
  plan: { pictureEvery: seconds(30), soundEvery: seconds(60) },
  length: seconds(60),
  unsureFrom: null,
  pictures: [],
  sounds: [],
  complete: false,
  left: [],
  ...about,
});
const measured = (done: number, about?: Partial<RecordingMeasures>): MeasuringReply => ({
  kind: 'measured',
  measures: measures(about),
  stand: { done, of: 100 },
  isLast: done === 100,
});
const kept = async () => (await world.archive.measures([room]))[0];

describe('the measuring of a recording', () => {
  it('says what lies ahead, begins on the seller’s word, and is kept as it comes', async () => {
    store.open(measurable);
    expect(store.view.value?.step).toBe('opening');
    thread?.say({ kind: 'surveyed', survey });
    expect(store.view.value).toMatchObject({ step: 'surveyed', survey });
    expect(thread?.orders.map(({ kind }) => kind)).toEqual(['open']);
    store.run();
    thread?.say(measured(10));
    expect(store.view.value?.secondsLeft).toBeUndefined();
    now = unixMs(NOW + 10_000);
    thread?.say(measured(30));
    // Twenty places took ten seconds.
    expect(store.view.value?.secondsLeft).toBeCloseTo(35, 6);
    await settle(() => store.kept.value.measures?.readAt === now);
    expect(await kept()).toEqual(measures({ readAt: now }));
    thread?.say(measured(100, { complete: true }));
    await settle(() => store.view.value === undefined);
    expect(store.kept.value.measures?.complete).toBe(true);
    expect(thread).toBeUndefined();
  });

  it('is paused and gone on with, and stopped without losing what was measured', async () => {
    store.open(measurable);
    thread?.say({ kind: 'surveyed', survey });
    store.run();
    store.pause();
    thread?.say(measured(10));
    expect(store.view.value?.step).toBe('paused');
    store.run();
    expect(thread?.orders.map(({ kind }) => kind)).toEqual(['open', 'run', 'pause', 'run']);
    await settle(() => store.kept.value.measures !== undefined);
    store.stop();
    expect(store.view.value).toBeUndefined();
    expect(thread?.orders.at(-1)).toEqual({ kind: 'pause' });
    thread?.say(measured(20, { bytes: 600_000 }));
    await settle(() => store.kept.value.measures?.bytes === 600_000);
    expect({ thread, view: store.view.value }).toEqual({ thread: undefined, view: undefined });
    // Whoever opens it again goes on from there, but not with what another source said.
    store.open(measurable);
    expect(thread?.orders[0]).toMatchObject({ task: { known: { bytes: 600_000 } } });
    store.open({ ...measurable, from: { kind: 'file', file: new File([], 'live.mp4') } });
    expect(thread?.orders[0]).not.toHaveProperty('task.known');
    store.open(measurable, true);
    expect(thread?.orders[0]).not.toHaveProperty('task.known');
  });

  it('of a part is added to what is known, and never put in its place', async () => {
    const part = { from: seconds(0), to: seconds(30) };
    for (const about of [{ complete: true }, { source: 'file' as const }]) {
      await world.archive.keepMeasures(measures({ complete: true, ...about }));
      await settle(() => store.kept.value.measures?.complete === true);
      store.open({ ...measurable, part }, true);
      expect({ thread, view: store.view.value }).toEqual({ thread: undefined, view: undefined });
    }
    await world.archive.forget();
    await settle(() => store.kept.value.measures === undefined);
    const file = new File([], 'live.mp4');
    store.open({ ...measurable, part, from: { kind: 'file', file } });
    expect(thread).toBeUndefined();
    await world.archive.keepMeasures(measures());
    await settle(() => store.kept.value.measures !== undefined);
    store.open({ ...measurable, part }, true);
    expect(thread?.orders[0]).toMatchObject({ task: { part, known: { bytes: 300_000 } } });
  });

  it('begins nothing while what was measured before couldn’t be read', async () => {
    isUnread = true;
    await store.readAgain();
    expect(store.kept.value).toMatchObject({ known: true, fault: { code: 'worker-gone' } });
    store.open(measurable);
    expect({ thread, view: store.view.value }).toEqual({ thread: undefined, view: undefined });
    isUnread = false;
    await store.readAgain();
    expect(store.kept.value).toEqual({ known: true });
    store.open(measurable);
    expect(thread).toBeDefined();
  });

  it('asks where the recording is now, where somebody can be asked', async () => {
    const renew = async () => {
      const reply = await worker('room.replay', { room });
      return reply.ok ? ok(reply.value.url) : reply;
    };
    store.open({ ...measurable, renew });
    thread?.say({ kind: 'where' });
    await settle(() => thread?.orders.length === 2);
    expect(thread?.orders[1]).toEqual({ kind: 'moved', url: 'https://media.example/newer.m3u8' });
    store.open(measurable);
    thread?.say({ kind: 'where' });
    await settle(() => thread?.orders.length === 2);
    expect(thread?.orders[1]).toEqual({ kind: 'moved' });
  });

  it('says why it failed, and is tried again', async () => {
    store.open(measurable);
    const hosts = ['media.example'];
    thread?.say({ kind: 'failed', trouble: { kind: 'unreached', hosts } });
    expect(thread).toBeUndefined();
    await settle(() => store.view.value?.trouble?.kind === 'not-allowed');
    expect(store.view.value?.step).toBe('failed');
    store.retry();
    expect(store.view.value?.step).toBe('opening');
    thread?.say({ kind: 'surveyed', survey });
    store.run();
    isFull = true;
    thread?.say(measured(10));
    await settle(() => store.view.value?.step === 'failed');
    expect(store.view.value?.fault?.code).toBe('storage-full');
    expect(await kept()).toBeUndefined();
  });

  it('ends its thread even where that has nothing more to tell', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      for (const pauses of [false, true]) {
        store.open(measurable);
        thread?.say({ kind: 'surveyed', survey });
        store.run();
        thread?.say({ kind: 'came', stand: { done: 1, of: 100 } });
        if (pauses) store.pause();
        store.stop();
        thread?.say({ kind: 'came', stand: { done: 2, of: 100 } });
        expect(thread).toBeDefined();
        vi.runAllTimers();
        expect({ thread, view: store.view.value }).toEqual({ thread: undefined, view: undefined });
      }
      // What was opened meanwhile is another one, and stays.
      store.open(measurable);
      thread?.say({ kind: 'surveyed', survey });
      store.run();
      thread?.say({ kind: 'came', stand: { done: 1, of: 100 } });
      store.stop();
      store.open(measurable);
      vi.runAllTimers();
      expect(thread).toBeDefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends with everything that is deleted', async () => {
    store.open(measurable);
    store.run();
    tell({ kind: 'forgotten' });
    expect({ thread, view: store.view.value }).toEqual({ thread: undefined, view: undefined });
  });

  it('keeps nothing of what was deleted while it waited to be kept', async () => {
    let open = (): void => undefined;
    gate = new Promise((opened) => {
      open = opened;
    });
    store.open(measurable);
    store.run();
    thread?.say(measured(10, { bytes: 1 }));
    thread?.say(measured(20, { bytes: 2 }));
    await settle(() => keeps.length === 1);
    await world.archive.forget();
    open();
    store.open(measurable);
    store.run();
    thread?.say(measured(10, { bytes: 3 }));
    await settle(() => keeps.includes(3));
    expect(keeps).toEqual([1, 3]);
  });
});
