import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PinnedSchema } from '../../metrics/board/pinned.ts';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { verbs } from '../../platform/protocol.ts';
import type { Pinnable } from '../board/pinnable.ts';
import { type BoardStore, createBoardStore } from './board-store.ts';
import { roomId, settle, testPorts } from './ports.fixture.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let board: BoardStore;
let serving: boolean;
let refusing: boolean;

/** The worker, over the real archive; while `refusing` nothing can be written. */
async function serve(): Promise<void> {
  while (serving) {
    const asked = world.asked.shift();
    if (asked === undefined) {
      await new Promise((resolve) => setImmediate(resolve));
      continue;
    }
    const { verb, request, answer } = asked;
    if (refusing && verb !== 'pinned.list') answer(failed(fault('storage-full')));
    else if (verb === 'pinned.list') answer(ok({ pinned: await world.archive.pinned() }));
    else if (verb === 'pinned.add') {
      const { pinned } = v.parse(verbs[verb].request, request);
      answer(ok({ pinned: await world.archive.pin(pinned) }));
    } else if (verb === 'pinned.change') {
      const { id, patch, began } = v.parse(verbs[verb].request, request);
      const changed = await world.archive.changePinned(id, patch, began);
      const { value: pinned } = changed.ok ? changed : {};
      answer(changed.ok ? ok(pinned === undefined ? {} : { pinned }) : changed);
    } else if (verb === 'pinned.drop') {
      await world.archive.unpin(v.parse(verbs[verb].request, request).id);
      answer(ok({}));
    }
  }
}

const factor = (name: string): Pinnable => ({
  thing: { kind: 'factor', factor: name, room: { room: roomId(1), figures: {} } },
});
const names = (store: BoardStore = board) => store.view.value.pinned.map((one) => one.factor);
const kept = async () => (await world.archive.pinned()).map((one) => one.factor);

beforeEach(async () => {
  world = await testPorts();
  serving = true;
  refusing = false;
  void serve();
  board = createBoardStore(world.ports);
  await board.read('shop');
});
afterEach(async () => {
  serving = false;
  await world.close();
});

describe('pinning', () => {
  it('shows a thing at the top at once, and keeps it', async () => {
    await board.pin(factor('stay'));
    const pinning = board.pin(factor('reach'));
    await settle(() => names().length === 2);
    expect(names()).toEqual(['reach', 'stay']);
    await pinning;
    expect(await kept()).toEqual(['reach', 'stay']);
    expect(v.is(v.array(PinnedSchema), board.view.value.pinned)).toBe(true);
  });

  it('knows the same thing again, and never pins it twice, not even from two panels at once', async () => {
    const other = createBoardStore(world.ports);
    await other.read('shop');
    await Promise.all([board.pin(factor('stay')), other.pin(factor('stay'))]);
    await board.pin(factor('stay'));
    expect(await kept()).toEqual(['stay']);
    expect(board.find(factor('stay').thing)?.factor).toBe('stay');
    expect(board.find(factor('reach').thing)).toBeUndefined();
  });

  it('is taken back, and said, where it can’t be kept; trying again does it', async () => {
    refusing = true;
    const reply = await board.pin(factor('stay'));
    expect(reply.ok).toBe(false);
    expect(names()).toEqual([]);
    expect(board.trouble.value?.fault.code).toBe('storage-full');
    refusing = false;
    board.trouble.value?.again();
    await settle(() => board.trouble.value === undefined && names().length === 1);
    expect(await kept()).toEqual(['stay']);
  });

  it('is seen by every other panel', async () => {
    const other = createBoardStore(world.ports);
    await other.read('shop');
    await board.pin(factor('stay'));
    await settle(() => names(other).length === 1);
  });
});

describe('taking off', () => {
  it('can be undone with all that was written on it, one after the other', async () => {
    for (const name of ['stay', 'reach']) await board.pin(factor(name));
    const [reach, stay] = board.view.value.pinned;
    if (stay === undefined || reach === undefined) throw new Error('nothing pinned');
    await board.change(stay.id, { note: 'Greet by name.', tags: ['host'] });
    await board.drop(stay.id);
    await board.drop(reach.id);
    expect(names()).toEqual([]);
    await board.undo();
    await board.undo();
    expect(names()).toEqual(['reach', 'stay']);
    expect(board.find(stay)).toMatchObject({ note: 'Greet by name.', tags: ['host'] });
    expect(board.dropped.value).toEqual([]);
    expect(await world.archive.pinned()).toEqual(board.view.value.pinned);
  });

  it('is undone by pinning the same thing again', async () => {
    await board.pin(factor('stay'));
    const [stay] = board.view.value.pinned;
    if (stay === undefined) throw new Error('nothing pinned');
    await board.change(stay.id, { note: 'Greet by name.' });
    await board.drop(stay.id);
    await board.pin(factor('stay'));
    expect((await world.archive.pinned())[0]?.note).toBe('Greet by name.');
  });

  it('leaves the thing where it stood when it can’t be written', async () => {
    await board.pin(factor('stay'));
    const [stay] = board.view.value.pinned;
    if (stay === undefined) throw new Error('nothing pinned');
    refusing = true;
    await board.drop(stay.id);
    expect(names()).toEqual(['stay']);
    expect(board.dropped.value).toEqual([]);
  });
});

describe('changing', () => {
  it('says so when another panel has taken the thing off meanwhile', async () => {
    await board.pin(factor('stay'));
    const [stay] = board.view.value.pinned;
    if (stay === undefined) throw new Error('nothing pinned');
    await world.archive.unpin(stay.id);
    const reply = await board.change(stay.id, { note: 'late' });
    expect(reply.ok ? undefined : reply.fault.code).toBe('pinned-gone');
    await settle(() => names().length === 0);
  });

  it('offers a thing back that another panel took off under a note', async () => {
    await board.pin(factor('stay'));
    await board.read('shop');
    const [stay] = board.view.value.pinned;
    if (stay === undefined) throw new Error('nothing pinned');
    await world.archive.unpin(stay.id);
    await settle(() => names().length === 0);
    board.offerBack({ ...stay, note: 'late' });
    await board.undo();
    expect((await world.archive.pinned()).map(({ note }) => note)).toEqual(['late']);
  });

  it('writes no note over another panel’s, which is the field’s to say', async () => {
    await board.pin(factor('stay'));
    const [stay] = board.view.value.pinned;
    if (stay === undefined) throw new Error('nothing pinned');
    await world.archive.changePinned(stay.id, { note: 'Theirs.' });
    const reply = await board.change(stay.id, { note: 'Mine.' }, { note: '' });
    expect(reply.ok ? undefined : reply.fault.code).toBe('changed-meanwhile');
    expect(board.view.value.pinned[0]?.note).toBe('Theirs.');
    expect(board.trouble.value).toBeUndefined();
  });

  it('moves a thing beside another, for good', async () => {
    for (const name of ['stay', 'reach', 'basket']) await board.pin(factor(name));
    const [basket, , stay] = board.view.value.pinned;
    if (basket === undefined || stay === undefined) throw new Error('nothing pinned');
    await board.move(basket.id, stay.id, 'after');
    expect(names()).toEqual(['reach', 'stay', 'basket']);
    expect(await kept()).toEqual(['reach', 'stay', 'basket']);
  });
});

describe('deleting everything', () => {
  it('empties the board', async () => {
    await board.pin(factor('stay'));
    await world.archive.forget();
    await settle(() => names().length === 0);
  });

  it('leaves nothing to be offered back', async () => {
    await board.pin(factor('stay'));
    await board.read('shop');
    const [stay] = board.view.value.pinned;
    if (stay === undefined) throw new Error('nothing pinned');
    await world.archive.forget();
    await settle(() => {
      board.dismiss();
      board.offerBack(stay);
      return board.dropped.value.length === 0;
    });
  });
});
