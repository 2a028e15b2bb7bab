import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupFile, keepBackup } from '../archive/snapshots/backup-file.ts';
import { listSnapshots } from '../archive/snapshots/database.ts';
import { DAY_MS, unixMs } from '../metrics/time.ts';

const clock = vi.hoisted(() => ({ at: 0 }));
vi.mock('../platform/current-time.ts', () => ({ now: () => clock.at }));

const { archives, shopArchive } = await import('./archives.ts');
const { keepWeeklySnapshot } = await import('./weekly-snapshot.ts');

const START = Date.parse('2026-11-02T08:00:00Z');
const taken = async () => (await listSnapshots()).map(({ reason, takenAt }) => [reason, takenAt]);
/** Changes something, so that a copy isn't the one before. */
const change = async (versus: 'best' | 'last') =>
  void (await (await shopArchive()).changeSettings({ versus }));

beforeEach(() => {
  clock.at = START;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await archives.deleteAll();
});

describe('the weekly snapshot', () => {
  it('is taken where there is something to copy, and then once a week', async () => {
    await keepWeeklySnapshot();
    expect(await taken()).toEqual([]);
    await change('best');
    await keepWeeklySnapshot();
    await change('last');
    clock.at = START + 7 * DAY_MS - 1;
    await keepWeeklySnapshot();
    expect(await taken()).toEqual([['week', START]]);
    clock.at += 1;
    await keepWeeklySnapshot();
    expect(await taken()).toEqual([
      ['week', START + 7 * DAY_MS],
      ['week', START],
    ]);
  });

  it('is not taken again of what has not changed, nor looked for before the next week', async () => {
    await change('best');
    await keepWeeklySnapshot();
    clock.at = START + 8 * DAY_MS;
    await keepWeeklySnapshot();
    expect(await taken()).toEqual([['week', START]]);
    expect((await listSnapshots())[0]?.sameAt).toBe(unixMs(clock.at));
    const copy = vi.spyOn(archives, 'copy');
    await keepWeeklySnapshot();
    expect(copy).not.toHaveBeenCalled();
  });

  it('keeps the last five, and beside them those from before a change', async () => {
    await change('best');
    await keepWeeklySnapshot();
    const [first] = await listSnapshots();
    if (first === undefined) throw new Error('no snapshot');
    await change('last');
    await archives.restore('shop', first.id);
    for (const week of [1, 2, 3, 4, 5, 6]) {
      clock.at = START + 7 * week * DAY_MS;
      await change(week % 2 === 0 ? 'best' : 'last');
      await keepWeeklySnapshot();
    }
    const all = await taken();
    expect(all.filter(([reason]) => reason === 'week')).toHaveLength(5);
    expect(all.filter(([reason]) => reason === 'restore')).toHaveLength(1);
  });

  it('looks at an archive that was restored from a file once a week, not in every round', async () => {
    await change('best');
    const copied = await archives.copy('shop', 'backup');
    if (!copied.ok || copied.value === undefined) throw new Error('nothing was copied');
    const file = await backupFile(copied.value.id);
    await archives.deleteAll();
    const kept = await keepBackup(file);
    await archives.restore('shop', kept.id);
    clock.at = START + 8 * DAY_MS;
    const copy = vi.spyOn(archives, 'copy');
    for (const round of [0, 1, 2]) {
      clock.at += round;
      await keepWeeklySnapshot();
    }
    expect(copy).toHaveBeenCalledTimes(1);
  });

  it('comes also after the clock was set back', async () => {
    await change('best');
    await keepWeeklySnapshot();
    await change('last');
    clock.at = START - DAY_MS;
    await keepWeeklySnapshot();
    expect(await taken()).toHaveLength(2);
  });
});
