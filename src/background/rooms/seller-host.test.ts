import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberHost, sellerHost } from './seller-host.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', () => ({ browser: memory }));

describe('the host that is asked', () => {
  beforeEach(() => {
    memory.tabs.all.length = 0;
    memory.storage.local.kept.clear();
  });
  const open = (id: number, url: string, lastAccessed: number): void => {
    memory.tabs.all.push({ id, windowId: 1, url, lastAccessed });
  };

  it('is the one asked from, else the last one seen', async () => {
    await rememberHost('seller-vn.tiktok.com');
    expect(await sellerHost('seller-id.tiktok.com')).toBe('seller-id.tiktok.com');
    open(1, 'https://seller-uk.tiktok.com/homepage', 1);
    expect(await sellerHost(undefined)).toBe('seller-vn.tiktok.com');
  });

  it('is that of the Seller Center tab used last before any was seen', async () => {
    open(1, 'https://seller-uk.tiktok.com/homepage', 1);
    open(2, 'https://seller-us.tiktok.com/order', 3);
    open(3, 'https://example.com/', 9);
    expect(await sellerHost(undefined)).toBe('seller-us.tiktok.com');
  });

  it('is the most common one where nothing tells', async () => {
    expect(await sellerHost(undefined)).toBe('shop.tiktok.com');
  });
});
