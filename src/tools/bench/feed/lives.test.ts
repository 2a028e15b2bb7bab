import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTask } from '../../../cli/feed/lives/read-task.ts';
import { tasksOf } from '../../../cli/feed/lives/task.ts';
import { unixMs } from '../../../metrics/time.ts';
import { liveLine } from './lives.ts';

const now = Date.parse('2026-11-01T00:00:00Z') / 1000;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulated-lives-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the simulated LIVEs of the bench', () => {
  it('are the same for the same number, differ otherwise, and say that they are simulated', async () => {
    const lines = Array.from({ length: 5 }, (_, number) => liveLine('test', number));
    expect(liveLine('test', 3)).toBe(lines[3]);
    expect(new Set(lines).size).toBe(lines.length);
    const path = join(folder, 'lives.ndjson');
    const text = lines.join('\n');
    writeFileSync(path, text);
    const bytes = Buffer.byteLength(text);
    const changed = unixMs(now * 1000);
    const file = { place: 0, path, kind: 'lines', owner: folder, bytes, changed } as const;
    const [task] = tasksOf([file], () => '');
    const simulated: boolean[] = [];
    const tally = await readTask(task ?? expect.fail(), { now }, (row) =>
      simulated.push(row.simulated),
    );
    expect(simulated).toEqual(lines.map(() => true));
    expect(tally).toMatchObject({ rows: lines.length, absurd: 0, leftOut: {} });
  });
});
