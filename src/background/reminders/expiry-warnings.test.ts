import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA } from '../../archive/parts.fixture.ts';
import { PinnedSchema } from '../../metrics/board/pinned.ts';
import { sampleArchive, shopArchive } from '../archives.ts';
import { advanceGeneration } from '../data-generation.ts';
import { warnOfExpiry } from './expiry-warnings.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));
const clock = vi.hoisted(() => ({ at: 0 }));
vi.mock('../../platform/current-time.ts', () => ({ now: () => clock.at }));

const DAY = 86_400_000;
const clip = (place: number) =>
  v.parse(PinnedSchema, {
    kind: 'moment',
    id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
    pinnedAt: 1,
    rank: `a${place}`,
    tags: [],
    note: '',
    status: 'to-try',
    room: { room: roomA, figures: {}, title: 'Spring sale' },
    at: place,
    url: 'https://cdn.example/replay.m3u8',
    expiresAt: (30 * DAY) / 1000,
  });
const shown = () => memory.notifications.create.mock.calls.length;
const allow = (allowed: boolean) => memory.permissions.contains.mockResolvedValue(allowed);

beforeEach(async () => {
  vi.clearAllMocks();
  await memory.storage.local.clear();
  allow(true);
  for (const archive of [await shopArchive(), await sampleArchive()]) await archive.forget();
  clock.at = 0;
});

describe('a warning that a clip expires', () => {
  it('comes at seven days and at one day, once for all clips, and not again after a restart', async () => {
    const archive = await shopArchive();
    await archive.pin(clip(1));
    await archive.pin(clip(2));
    await warnOfExpiry();
    expect(shown()).toBe(0);
    for (const [day, times] of [
      [23.5, 1],
      [24, 1],
      [29.5, 2],
      [29.9, 2],
      [31, 2],
    ] as const) {
      clock.at = day * DAY;
      await Promise.all([warnOfExpiry(), warnOfExpiry()]);
      expect(shown()).toBe(times);
    }
  });

  it('stays due while notifications aren’t allowed, and asks for nothing', async () => {
    await (await shopArchive()).pin(clip(1));
    clock.at = 25 * DAY;
    allow(false);
    await warnOfExpiry();
    expect(shown()).toBe(0);
    allow(true);
    await warnOfExpiry();
    expect(shown()).toBe(1);
  });

  it('leaves nothing behind when everything is deleted while it is looked for', async () => {
    await (await shopArchive()).pin(clip(1));
    clock.at = 25 * DAY;
    let release = (): void => undefined;
    memory.permissions.contains.mockImplementationOnce(async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return true;
    });
    const looking = warnOfExpiry();
    await vi.waitFor(() => expect(memory.permissions.contains).toHaveBeenCalled());
    await advanceGeneration(() => memory.storage.local.clear());
    release();
    await looking;
    expect(shown()).toBe(0);
    expect(await memory.storage.local.get('expiryWarned')).toEqual({});
  });

  it('is not given for the sample shop', async () => {
    await (await sampleArchive()).pin(clip(1));
    clock.at = 25 * DAY;
    await warnOfExpiry();
    expect(shown()).toBe(0);
  });
});
