import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tell } from '../../archive/news.ts';
import { roomA } from '../../archive/parts.fixture.ts';
import type { ArchiveNews } from '../../platform/archive-news.ts';
import { keptScreenKey } from '../../platform/kept-screen.ts';
import { dropOutdatedScreens } from './kept-screens.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));

dropOutdatedScreens();
const kept = (): readonly string[] => [...memory.storage.session.kept.keys()].sort();
const all = [keptScreenKey('docked'), keptScreenKey('tab'), 'other'].sort();

beforeEach(() => memory.storage.session.set(Object.fromEntries(all.map((key) => [key, {}]))));

describe('first screens that panels drew', () => {
  it.each<ArchiveNews>([
    { kind: 'room', room: roomA },
    { kind: 'rooms', rooms: [roomA] },
    { kind: 'pinned' },
    { kind: 'plans' },
    { kind: 'settings' },
    { kind: 'feeds' },
    { kind: 'forgotten' },
    { kind: 'restored' },
  ])('are dropped once one may show what is no longer so: $kind', async (news) => {
    tell(news);
    await vi.waitFor(() => expect(kept()).toEqual(['other']));
  });

  it.each<ArchiveNews>([
    { kind: 'settings', panelsOnly: true },
    { kind: 'ledger' },
    { kind: 'history' },
    { kind: 'snapshots' },
    { kind: 'room', room: roomA, passing: true },
    { kind: 'rooms', rooms: [roomA], passing: true },
  ])('stay where the news is of nothing that they show: $kind', async (news) => {
    tell(news);
    await new Promise((later) => setTimeout(later));
    expect(kept()).toEqual(all);
  });
});
