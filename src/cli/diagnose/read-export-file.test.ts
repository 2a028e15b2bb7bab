import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, expect, it } from 'vitest';
import { RegionSchema } from '../../metrics/feed/category-slice.ts';
import { diagnoseCommand } from './command.ts';
import { readExportFile } from './read-export-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'live-diagnosis-two-ways-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'two-ways.csv');
writeFileSync(
  path,
  [
    'Livestream,Start time,Duration,Attributed GMV,Attributed orders,Views,LIVE impressions',
    'LIVE 1,05/03/2026 20:00,7200,"R$ 700,00",10,1000,9000',
    'LIVE 2,06/03/2026 20:00,7200,"R$ 800,00",11,1100,9100',
  ].join('\n'),
);
const region = v.parse(RegionSchema, 'BR');

it('a file whose dates can be read in two ways is refused, and read once it is told which one is right', async () => {
  const untold = await readExportFile(path, { region });
  expect(untold.lives).toEqual([]);
  expect(untold.problems).toMatchObject([{ reason: { key: 'export_day_order' } }]);
  const starts = async (dayOrder: 'day-first' | 'month-first') => {
    const { lives } = await readExportFile(path, { region, dayOrder });
    return lives.map(({ session: { room } }) =>
      new Date((room.startedAt ?? 0) * 1000).toISOString().slice(0, 10),
    );
  };
  expect(await starts('day-first')).toEqual(['2026-03-05', '2026-03-06']);
  expect(await starts('month-first')).toEqual(['2026-05-03', '2026-06-03']);
});

it('an order of dates that there is not is refused with the two that there are', async () => {
  const said: string[] = [];
  const to = { say: () => undefined, complain: (text: string) => void said.push(text) };
  expect(await diagnoseCommand([path, '--dates', 'year-first'], to)).toBe(2);
  expect(said).toEqual(['--dates wants day-first or month-first.']);
});

it('names the columns that nobody knows and those whose meaning the rows do not tell', async () => {
  const file = join(folder, 'new-heads.csv');
  writeFileSync(
    file,
    [
      'Livestream,Start time,Duration,Attributed GMV,Views,CTOR,Moon phase,Tide',
      'LIVE 1,2026-03-25 20:00,7200,"R$ 700,00",1000,11%,full,high',
    ].join('\n'),
  );
  const said: string[] = [];
  const to = { say: () => undefined, complain: (text: string) => void said.push(text) };
  expect(await diagnoseCommand([file, '--region', 'BR'], to)).toBe(0);
  expect(said).toEqual([
    `${file}: Columns left out, as it isn’t clear what they mean: CTOR`,
    `${file}: Columns that aren’t known here: Moon phase, Tide`,
  ]);
});
