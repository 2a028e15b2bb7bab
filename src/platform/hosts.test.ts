import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { allowsSellerCenter, hostPatterns, hosts, isSupportedAddress } from './hosts.ts';
import { manifestWithHosts } from './manifest-hosts.ts';

describe('the supported hosts', () => {
  it('are those that the manifest that ships asks for, everywhere it names hosts', () => {
    const shipped = manifestWithHosts(manifest);
    expect(shipped.host_permissions).toEqual(hostPatterns);
    const naming = [...shipped.content_scripts, ...shipped.web_accessible_resources];
    expect(naming.map(({ matches }) => matches)).toEqual(naming.map(() => hostPatterns));
    expect(naming).toHaveLength(3);
  });

  it('are written once: the manifest itself names none of them', () => {
    expect(JSON.stringify(manifest)).not.toContain('tiktok');
  });

  it('count as allowed where one of them is, whatever else is', () => {
    const feed = 'https://bench.example/*';
    expect(allowsSellerCenter([feed])).toBe(false);
    expect(allowsSellerCenter([])).toBe(false);
    expect(allowsSellerCenter([feed, 'https://shop.tiktok.com/*'])).toBe(true);
    expect(allowsSellerCenter(['https://*/*'])).toBe(true);
  });

  it('are each named once', () => {
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it.each([
    ['https://shop.tiktok.com/workbench/live/overview?room_id=1', true],
    ['https://seller-us.tiktok.com/', true],
    ['http://shop.tiktok.com/', false],
    ['https://shop.tiktok.com.evil.example/', false],
    ['https://evil.example/https://shop.tiktok.com/', false],
    ['https://shop.tiktok.com@evil.example/', false],
    ['https://www.tiktok.com/', false],
    ['shop.tiktok.com', false],
  ])('tell whether %s is one of them: %s', (address, supported) => {
    expect(isSupportedAddress(address)).toBe(supported);
  });
});
