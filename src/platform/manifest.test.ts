import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

const worker = join(import.meta.dirname, '../background');
const code = readdirSync(worker, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test|\.fixture)\.ts$/.test(path))
  .map((path) => readFileSync(join(worker, path), 'utf8'))
  .join('\n');

describe('the manifest', () => {
  it('asks for storage and alarms, which the worker uses, and for nothing else', () => {
    expect(manifest.permissions).toEqual(['storage', 'alarms']);
    for (const name of manifest.permissions) expect(code).toContain(`browser.${name}.`);
  });

  it('keeps the extension out of private windows, which are to leave nothing behind', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('asks for notifications only when the seller first wants a reminder', () => {
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(code).toContain('browser.notifications');
  });

  it('can ask for the origin of a benchmark feed when the seller adds one, by https alone', () => {
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  it('lets no other program talk to the extension, and the page load nothing but the panel and its dock', () => {
    expect(Object.keys(manifest)).not.toContain('externally_connectable');
    const [accessible, ...others] = manifest.web_accessible_resources;
    expect(accessible).toMatchObject({
      resources: ['src/panel/panel.html', 'src/content/at-need.js'],
      // Their addresses are others in each run of the browser, and not known to the page.
      use_dynamic_url: true,
    });
    expect(others).toEqual([]);
  });

  it('has a policy without inline or evaluated code, and connections, pictures and recordings by https alone', () => {
    const policy = manifest.content_security_policy.extension_pages.split('; ');
    const others = policy.filter((rule) => !rule.startsWith('script-src'));
    expect(others.join(' ')).not.toMatch(/unsafe|\*|http:/);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("img-src 'self' https: data:");
    // hls.js hands its media to the browser as a blob: address, and reads playlists of any host.
    expect(policy).toContain("media-src 'self' https: blob:");
    // A feed may lie on any host: which ones are asked is up to the permissions that the seller gave.
    expect(policy).toContain("connect-src 'self' https:");
    expect(policy.filter((rule) => rule.includes('blob:'))).toHaveLength(1);
    // What tells speech in a recording is WebAssembly that comes with the extension.
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  });
});
