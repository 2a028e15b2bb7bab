import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { isNewerVersion } from '../../platform/versions.ts';
import { hasNewsSince, news } from './news.ts';

const versions: readonly string[] = news.map(({ version }) => version);

describe('the news of a version', () => {
  it('are those of versions that are out, newest first and few', () => {
    expect(versions.filter((version) => isNewerVersion(version, manifest.version))).toEqual([]);
    expect(versions).toEqual(
      versions.toSorted((a, b) => (isNewerVersion(a, b) ? -1 : isNewerVersion(b, a) ? 1 : 0)),
    );
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.length).toBeLessThanOrEqual(3);
    for (const { changes } of news) expect(changes.length).toBeLessThanOrEqual(5);
  });

  it('are told to whoever has seen an earlier version only', () => {
    expect(hasNewsSince('0.0.1')).toBe(true);
    expect(hasNewsSince(news[0].version)).toBe(false);
    expect(hasNewsSince(manifest.version)).toBe(false);
    expect(hasNewsSince('999.0')).toBe(false);
    expect(hasNewsSince(undefined)).toBe(false);
  });
});
