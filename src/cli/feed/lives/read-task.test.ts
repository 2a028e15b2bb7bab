import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unixMs } from '../../../metrics/time.ts';
import { feedNow, shopsOf } from '../feed.fixture.ts';
import { type PlacedRow, readTask } from './read-task.ts';
import { type SourceFile, tasksOf } from './task.ts';

const now = feedNow;
const changed = unixMs(now * 1000);
const lines = shopsOf(1)
  // The shop’s newest LIVEs run or aren’t final, and are left out.
  .slice(3, 8)
  .map((session) => JSON.stringify({ version: 1, session }));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-task-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(place: number, name: string, kind: SourceFile['kind'], text?: string): SourceFile {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return { place, path, kind, owner: folder, bytes: Buffer.byteLength(text ?? ''), changed };
}

function sessionIn(line = ''): unknown {
  return v.parse(v.object({ session: v.unknown() }), JSON.parse(line)).session;
}

async function read(...files: SourceFile[]) {
  const rows: PlacedRow[] = [];
  const [task] = tasksOf(files, () => '');
  const tally = await readTask(task ?? expect.fail(), { now }, (row) => rows.push(row));
  return { tally, rows };
}

describe('reading sessions', () => {
  it('takes whole files, lines and bare sessions alike, and says where each lies', async () => {
    const bare = JSON.stringify(sessionIn(lines[1]));
    const { tally, rows } = await read(
      file(0, 'a.json', 'json', lines[0]),
      file(1, 'b.ndjson', 'lines', `${bare}\n\n${lines[2]}\n`),
    );
    expect(tally).toMatchObject({ sessions: 3, rows: 3, failed: 0, lines: [0, 3] });
    const third = Buffer.byteLength(bare) + 2;
    expect(rows.map(({ source, at }) => [source, at])).toEqual([
      [0, 0],
      [1, 0],
      [1, third],
    ]);
  });

  it('goes on after a file that is gone and lines that are broken, and names the first of them', async () => {
    const broken = Array.from({ length: 12 }, (_, nth) => `{${nth}`);
    const { tally, rows } = await read(
      file(0, 'gone.json', 'json'),
      file(1, 'gone.ndjson', 'lines'),
      file(2, 'gone.xlsx', 'export'),
      file(3, 'c.ndjson', 'lines', [...broken, lines[3]].join('\n')),
    );
    expect(rows).toHaveLength(1);
    expect(tally).toMatchObject({ sessions: 1, failed: 15 });
    expect(tally.problems).toHaveLength(10);
    expect(tally.problems.map(({ file: source, line }) => [source, line]).slice(0, 5)).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 1],
      [3, 2],
    ]);
  });

  it('takes the shop and the category that stand beside a session', async () => {
    const session = sessionIn(lines[4]);
    const text = JSON.stringify({ session, shop: 'Shop North', category: '600001' });
    const { rows } = await read(file(0, 'd.json', 'json', text));
    expect(rows).toMatchObject([{ shop: 'Shop North', category: '600001' }]);
  });
});
