import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { roomA, roomB, START, views } from '../parts.fixture.ts';
import { writeReleased } from '../released/released.fixture.ts';
import { faultOfStorage } from '../storage-error.ts';
import { backupFile, keepBackup } from './backup-file.ts';
import { dropSnapshot, listSnapshots } from './database.ts';
import { Summing } from './digest.ts';
import { linesOf } from './lines.ts';
import { clearAll, dump, name, old, taken, version, worker } from './snapshots.fixture.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await clearAll();
});

/** A backup of an archive with two LIVEs, whose snapshot is gone from this browser. */
async function saved(): Promise<{ file: Blob; archives: ReturnType<typeof worker>['archives'] }> {
  const { archives, open } = worker();
  const archive = await open();
  await archive.store(views(roomA, 1, START), START);
  await archive.store(views(roomB, 2, START), START);
  await archive.changeSettings({ versus: 'best' });
  const copied = await archives.copy('shop', 'backup');
  if (!copied.ok || copied.value === undefined) throw new Error('nothing was copied');
  const file = await backupFile(copied.value.id);
  await dropSnapshot(copied.value.id);
  return { file, archives };
}

const faultOf = (file: Blob): Promise<string> =>
  keepBackup(file).then(
    () => 'kept',
    (error: unknown) => faultOfStorage(error).code,
  );
const text = async (file: Blob): Promise<string> =>
  gunzipSync(new Uint8Array(await file.arrayBuffer())).toString();
const packed = (lines: string): Blob => new Blob([new Uint8Array(gzipSync(lines))]);

describe('a backup file', () => {
  it('brings the same archive back after everything was deleted', async () => {
    const { file, archives } = await saved();
    const before = await dump(name);
    await archives.deleteAll();
    const heard: number[] = [];
    const snapshot = await keepBackup(file, (read) => heard.push(read));
    expect(snapshot).toMatchObject({ which: 'shop', reason: 'file', rooms: 2, version });
    expect(heard.at(-1)).toBe(1);
    expect(await archives.restore('shop', snapshot.id)).toMatchObject({ ok: true });
    await worker().open();
    expect(await dump(name)).toEqual(before);
  });

  it('is read unpacked as well, as some programs hand it on', async () => {
    const { file } = await saved();
    await expect(keepBackup(new Blob([await text(file)]))).resolves.toMatchObject({ rooms: 2 });
  });

  it('of an older version is brought to this one when it is restored', async () => {
    await writeReleased(name, old);
    const { open, archives } = worker();
    await open();
    const [snapshot] = await listSnapshots();
    if (snapshot === undefined) throw new Error('there is no snapshot');
    const file = await backupFile(snapshot.id);
    await archives.deleteAll();
    const kept = await keepBackup(file);
    expect(kept.version).toBe(old);
    expect(await archives.restore('shop', kept.id)).toMatchObject({ ok: true });
    expect(await (await worker().open()).rooms()).toHaveLength(6);
  });

  it('of an earlier build, which holds packed lists too, brings the LIVEs and not the lists', async () => {
    const { file, archives } = await saved();
    const [head = '', ...rest] = (await text(file)).trimEnd().split('\n');
    const { snapshot, ...title } = JSON.parse(head);
    const list = { bucket: '764', format: 1, count: 2, rooms: '[{},{}]', figures: '{}' };
    const lines = [JSON.stringify({ store: 'lists', keys: ['764'], values: [list] }), ...rest];
    const summing = new Summing();
    for (const line of lines) await summing.add(JSON.parse(line));
    const whole = JSON.stringify({ ...title, snapshot: { ...snapshot, ...summing.contents } });
    await archives.deleteAll();
    const { id } = await keepBackup(packed([whole, ...lines].join('\n')));
    expect(await archives.restore('shop', id)).toMatchObject({ ok: true });
    const { lists, rooms } = await dump(name);
    expect([lists, rooms?.length]).toEqual([[], 2]);
    const ids = (await (await worker().open()).rooms()).map((one) => one.id);
    expect(ids.toSorted()).toEqual([roomA, roomB].toSorted());
  });

  it('is read line by line however the lines are cut into pieces', async () => {
    const lines = ['a'.repeat(300_000), '', 'b', 'c'.repeat(70_000)];
    for (const text of [lines.join('\n'), `${lines.join('\n')}\n`]) {
      for (const file of [new Blob([text]), packed(text)]) {
        const read: string[] = [];
        for await (const line of linesOf(file, () => undefined)) read.push(line);
        expect(read).toEqual(lines);
      }
    }
  });

  it('adds no second snapshot of what is here already', async () => {
    const { file } = await saved();
    const first = await keepBackup(file);
    expect((await keepBackup(file)).id).toBe(first.id);
    expect(await taken()).toEqual([first.id]);
  });

  it('that is cut off or altered is refused, whole lines missing too, and nothing is kept', async () => {
    const { file } = await saved();
    const whole = await text(file);
    const lines = whole.trimEnd().split('\n');
    const half = file.slice(0, Math.floor(file.size / 2));
    expect(await faultOf(half)).toBe('backup-damaged');
    expect(await faultOf(packed(whole.slice(0, -20)))).toBe('backup-damaged');
    expect(await faultOf(packed(lines.slice(0, -1).join('\n')))).toBe('backup-damaged');
    expect(await faultOf(packed(whole.replace('"best"', '"last"')))).toBe('backup-damaged');
    const [head = '', ...chunks] = lines;
    const oldest = head.replace(`"version":${version}`, '"version":0');
    expect(await faultOf(packed([oldest, ...chunks].join('\n')))).toBe('backup-damaged');
    expect(await taken()).toEqual([]);
  });

  it('of a newer build says so, and another file that it is no backup', async () => {
    const { file } = await saved();
    const whole = await text(file);
    const newer = whole.replace(`"version":${version}`, `"version":${version + 1}`);
    expect(await faultOf(packed(newer))).toBe('storage-newer');
    const format = whole.replace('"formatVersion":1', '"formatVersion":2');
    expect(await faultOf(packed(format))).toBe('storage-newer');
    for (const other of ['', 'id,gmv\n1,2\n', '{}', '[1]']) {
      expect(await faultOf(new Blob([other]))).toBe('backup-other-file');
    }
    expect(await taken()).toEqual([]);
  });
});
