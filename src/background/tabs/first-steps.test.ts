import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA } from '../../archive/parts.fixture.ts';
import { unixMs } from '../../metrics/time.ts';
import { archives, shopArchive } from '../archives.ts';
import { greet, showFirstSteps } from './first-steps.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));

const OWN = memory.runtime.getManifest().version;
const install = { reason: 'install', temporary: false } as const;
const opened = (): string[] => memory.tabs.all.map(({ url }) => url.replace(/^.*\/src\//, ''));
const kept = (): unknown => memory.storage.local.kept.get('versionSeen');

beforeEach(async () => {
  memory.tabs.all.length = 0;
  await memory.storage.local.clear();
  await archives.deleteAll();
});

describe('an installed extension', () => {
  it('opens its first steps once, however often the browser says that it was installed', async () => {
    await greet(install);
    expect(opened()).toEqual(['first-steps/first-steps.html']);
    expect(kept()).toBe(OWN);
    memory.tabs.all.length = 0;
    await greet(install);
    expect(opened()).toEqual([]);
  });

  it('doesn’t open them where LIVEs are kept already', async () => {
    const archive = await shopArchive();
    await archive.store({ room: { id: roomA, status: 'ended' } }, unixMs(1_781_143_239_000));
    await greet(install);
    expect([opened(), kept()]).toEqual([[], OWN]);
  });

  it('keeps from which version it was updated, for what is new to be told, and no later one over it', async () => {
    await greet({ reason: 'update', previousVersion: '0.1.0', temporary: false });
    expect([opened(), kept()]).toEqual([[], '0.1.0']);
    await greet({ reason: 'update', previousVersion: '0.1.9', temporary: false });
    expect(kept()).toBe('0.1.0');
  });

  it('keeps nothing where the browser alone was updated', async () => {
    await greet({ reason: 'browser_update', temporary: false });
    expect([opened(), kept()]).toEqual([[], undefined]);
  });
});

describe('the first steps', () => {
  it('are shown in the tab that has them open, else in a new one beside the one that asks', async () => {
    await showFirstSteps(3);
    expect(memory.tabs.all.map(({ windowId }) => windowId)).toEqual([3]);
    await showFirstSteps(3);
    expect(memory.tabs.all).toHaveLength(1);
    expect(memory.tabs.update).toHaveBeenLastCalledWith(1, { active: true });
  });
});
