import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { ImportedLiveSchema, ImportIdSchema, type ImportRecord } from '../../metrics/imports.ts';
import { accountOf } from '../../metrics/live/account.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { readExport } from '../../sources/exports/read-export.ts';
import { typedAccount } from '../import/accounts.ts';
import type { ChosenFile } from '../import/dropped.ts';
import type { AboutFile, FileReader } from '../import/reading.ts';
import { createImportStore, type ImportStore } from './import-store.ts';
import type { ImportView } from './import-view.ts';
import { type Asked, NOW, roomId, settle, testPorts } from './ports.fixture.ts';

const [ID, OTHER] = ['7600000000000000001', '7600000000000000002'];
const withIds = (...rows: readonly string[]): string =>
  ['Room ID,Start Time,Duration,Attributed GMV,Views', ...rows].join('\n');
const first = `${ID},2026-11-01 19:30:00,2h00m,US$400,2000`;
const second = `${OTHER},2026-11-02 19:30:00,2h00m,US$500,2100`;
const nameless = 'Livestream,Start time,Attributed GMV,Views\nNight sale,2026-11-03 20:00,310,900';
const ofCreators = [
  'Creator ID,Creator,Launched time,Live attributed GMV (US$),Views',
  '710000000000001,mia,2026-11-01 10:00:00,100,10',
  '710000000000002,liam,2026-11-02 10:00:00,100,10',
  '710000000000002,liam,2026-11-03 10:00:00,100,10',
].join('\n');

let world: Awaited<ReturnType<typeof testPorts>>;
let store: ImportStore;
let read: { readonly name: string; readonly about: AboutFile }[];
let held: (() => void)[];
let holds: boolean;
/** The real reader, without a thread of its own; it may hold a file until the test lets go of it. */
const reader: FileReader = {
  stop: () => undefined,
  read: async (file, about, hear) => {
    read.push({ name: file.name, about });
    hear(0.5);
    if (holds) await new Promise<void>((go) => held.push(go));
    return readExport(new Uint8Array(await file.arrayBuffer()), about);
  },
};
const file = (text: string, name = 'a.csv'): ChosenFile => ({ name, file: new File([text], name) });
const known = (handle: string): RoomRecord => ({
  id: roomId(1),
  room: { id: roomId(1), ...accountOf({ handle }) },
  ...{ figures: {}, revision: 1, simulated: false },
});

function open(rooms: readonly RoomRecord[] = []): ImportStore {
  return createImportStore({ ports: world.ports, reader, known: () => rooms });
}

/** The worker's next question of a kind, and its answer to it. */
async function next(verb: Asked['verb']): Promise<Asked> {
  await settle(() => world.asked.some((asked) => asked.verb === verb));
  const [asked] = world.asked.splice(
    world.asked.findIndex((one) => one.verb === verb),
    1,
  );
  if (asked === undefined) throw new Error(`Nobody asked ${verb}.`);
  return asked;
}
/** What is shown once the import has come to a step. */
async function at(step: ImportView['step']): Promise<ImportView> {
  await settle(() => store.view.value.step === step);
  return store.view.value;
}
const verbs = (): string[] => world.asked.map(({ verb }) => verb);

/** Answers the staging and the preview; every LIVE is of the state given at its place, else new. */
async function preview(...states: readonly string[]): Promise<void> {
  const { request, answer } = await next('import.stage');
  answer(ok({ staged: 0 }));
  const { lives } = v.parse(StagedSchema, request);
  (await next('import.preview')).answer(
    ok({
      lives: lives.map(({ file, row, session }, place) => ({
        ...{ file, row, room: session.room.id, matched: false },
        state: states[place] ?? 'new',
      })),
    }),
  );
  await at('preview');
}
const StagedSchema = v.object({ lives: v.array(ImportedLiveSchema) });
const NamedSchema = v.object({ import: ImportIdSchema });

/** Agrees to what is shown, and what became of it. */
async function agree(counts: Partial<ImportRecord> = {}): Promise<ImportRecord> {
  void store.add();
  const { request, answer } = await next('import.commit');
  const id = v.parse(NamedSchema, request).import;
  const record = { id, at: NOW, files: [], added: 1, updated: 0, same: 0, ...counts };
  answer(ok({ import: record }));
  await at('done');
  return record;
}

beforeEach(async () => {
  world = await testPorts();
  [read, held, holds] = [[], [], false];
  store = open([known('shop')]);
});
afterEach(() => world.close());

describe('an import of export files', () => {
  it('writes nothing before the seller agrees', async () => {
    void store.take([file(withIds(first, second))]);
    await preview();
    expect(verbs()).toEqual([]);
    expect(await world.archive.rooms()).toEqual([]);
    await agree({ added: 2 });
    expect(store.view.value).toMatchObject({ step: 'done', latest: OTHER, record: { added: 2 } });
  });

  it('says of every file what was read, how its LIVEs stand, and which rows are left out and why', async () => {
    const rows = withIds(first, second, `${ID},-,2h00m,US$1,10`);
    void store.take([file(rows), file('x,y\n1,2', 'notes.csv')]);
    await preview('updated', 'same');
    expect(store.view.value).toMatchObject({
      files: [
        {
          name: 'a.csv',
          read: { layout: 'export/creator-live-performance' },
          states: { new: 0, updated: 1, same: 1, twice: 0 },
          leftOut: [{ row: 4, problem: { key: 'export_no_start' } }],
          others: 0,
        },
        { name: 'notes.csv', problem: { key: 'export_unknown_heads' } },
      ],
    });
  });

  it('tells how far it is, file by file, and tells files of one name apart', async () => {
    holds = true;
    void store.take([file(withIds(first)), file(withIds(second))]);
    expect(await at('reading')).toMatchObject({ file: 'a.csv', place: 1, of: 2, share: 0.5 });
    await settle(() => held.length === 1);
    held.pop()?.();
    await settle(() => held.length === 1);
    expect(store.view.value).toMatchObject({ file: 'a.csv (2)', place: 2, of: 2 });
    held.pop()?.();
    await preview();
    expect(store.view.value).toMatchObject({ files: [{ name: 'a.csv' }, { name: 'a.csv (2)' }] });
  });

  it('is stopped for good: what is still being read comes to nothing', async () => {
    holds = true;
    void store.take([file(withIds(first))]);
    await settle(() => held.length === 1);
    store.reset();
    held.pop()?.();
    await settle(() => store.view.value.step === 'choose');
    expect(verbs()).toEqual([]);
  });

  it('drops what was laid aside when the seller leaves the preview', async () => {
    void store.take([file(withIds(first))]);
    await preview();
    store.reset();
    expect(verbs()).toEqual(['import.discard']);
    expect(store.view.value).toEqual({ step: 'choose' });
  });

  it('takes further files into the same import', async () => {
    void store.take([file(withIds(first))]);
    await preview();
    void store.take([file(withIds(second), 'b.csv')]);
    await preview();
    expect(store.view.value).toMatchObject({ files: [{ name: 'a.csv' }, { name: 'b.csv' }] });
    expect(read.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
  });

  it('reads no folder, and says so', async () => {
    void store.take([{ name: 'exports', folder: true }]);
    expect(await at('preview')).toMatchObject({ files: [{ problem: { key: 'import_folder' } }] });
  });

  it('lays many LIVEs aside a few at a time', async () => {
    const many = Array.from(
      { length: 600 },
      (_, place) => `76000000000000${String(place).padStart(5, '0')}${first.slice(ID.length)}`,
    );
    void store.take([file(withIds(...many))]);
    const sizes: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const { request, answer } = await next('import.stage');
      expect(store.view.value).toMatchObject({ step: 'comparing', done: 250 * turn, of: 600 });
      sizes.push(v.parse(StagedSchema, request).lives.length);
      answer(ok({ staged: 0 }));
    }
    expect(sizes).toEqual([250, 250, 100]);
  });
});

describe('what files don’t say', () => {
  it('is asked once for all of them, and only those that asked are read again', async () => {
    void store.take([file(withIds(first)), file(nameless, 'b.csv')]);
    expect(await at('asking')).toMatchObject({ questions: [{ ask: 'region', files: ['b.csv'] }] });
    void store.say({ region: v.parse(RegionSchema, 'BR') });
    await preview();
    expect(read.map(({ name, about }) => [name, about.region])).toEqual([
      ['a.csv', undefined],
      ['b.csv', undefined],
      ['b.csv', 'BR'],
    ]);
    expect(store.view.value).toMatchObject({
      lives: [{ state: 'new' }, { session: { currency: 'BRL' } }],
    });
  });

  it('is of which account LIVEs are that name none, unless only one is known', async () => {
    store = open();
    void store.take([file(withIds(first), 'b.csv')]);
    expect(await at('account')).toEqual({ step: 'account', accounts: [], files: ['b.csv'] });
    const account = typedAccount(' @My.Shop ');
    if (account === undefined) throw new Error('not an account');
    void store.own(account);
    await preview();
    expect(store.view.value).toMatchObject({
      files: [{ account: '@my.shop' }],
      lives: [{ session: { room: { accountHandle: 'my.shop' } } }],
    });
    store = open([known('shop'), known('other'), known('other')]);
    void store.take([file(withIds(first))]);
    expect(await at('account')).toMatchObject({
      accounts: [{ name: '@other' }, { name: '@shop' }],
    });
    store = open([known('shop')]);
    void store.take([file(withIds(first))]);
    await preview();
    expect(store.view.value).toMatchObject({ files: [{ account: '@shop' }] });
  });

  it('is whose the LIVEs are, where several creators stand in them', async () => {
    store = open([known('liam')]);
    void store.take([file(ofCreators)]);
    expect(await at('creators')).toMatchObject({
      creators: [
        { name: '@liam', lives: 2, known: true },
        { name: '@mia', lives: 1, known: false },
      ],
    });
    void store.pick(new Set(['id:710000000000002']));
    await preview();
    expect(store.view.value).toMatchObject({ files: [{ states: { new: 2 }, others: 1 }] });
  });
});

describe('what can go wrong with an import', () => {
  it('is said where the LIVEs can’t be laid aside, and tried again on the seller’s word', async () => {
    void store.take([file(withIds(first))]);
    (await next('import.stage')).answer(failed(fault('storage-full')));
    await settle(() => store.trouble.value !== undefined);
    expect(store.trouble.value?.fault.code).toBe('storage-full');
    store.trouble.value?.again();
    await preview();
    expect(store.trouble.value).toBeUndefined();
  });

  it('leaves the preview as it was where nothing could be added', async () => {
    void store.take([file(withIds(first))]);
    await preview();
    void store.add();
    (await next('import.commit')).answer(failed(fault('storage-full')));
    await at('preview');
    expect(store.trouble.value?.fault.code).toBe('storage-full');
    await agree();
  });
});

describe('an import that was agreed to', () => {
  it('is undone, and says how many LIVEs stay', async () => {
    void store.take([file(withIds(first))]);
    await preview();
    const record = await agree();
    void store.readEarlier();
    (await next('import.list')).answer(ok({ imports: [record] }));
    await settle(() => store.earlier.value !== undefined);
    void store.undo(record.id);
    expect(store.undoing.value).toBe(record.id);
    const undone = { ...record, undone: { at: NOW, kept: 1 } };
    (await next('import.undo')).answer(ok({ import: undone }));
    await settle(() => store.undoing.value === undefined);
    expect(store.view.value).toEqual({ step: 'done', record: undone });
    expect(store.earlier.value).toEqual([undone]);
  });

  it('is not discarded when the window is closed while it is being added', async () => {
    void store.take([file(withIds(first))]);
    await preview();
    void store.add();
    await at('adding');
    store.reset();
    expect(verbs()).toEqual(['import.commit']);
  });
});
