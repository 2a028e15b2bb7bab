import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { manifestWithHosts } from '../../platform/manifest-hosts.ts';
import { LONGEST_ANSWER, storeForm, storeWords, unjustified } from './store-words.ts';

const shipped = manifestWithHosts(manifest);

describe('what stores are told about permissions', () => {
  it('names those of the manifest, and no other', () => {
    expect(unjustified(shipped)).toEqual([]);
  });

  it('is wanting where the manifest asks for more', () => {
    const more = { ...shipped, permissions: [...shipped.permissions, 'tabs'] };
    expect(unjustified(more)).toEqual(['tabs is asked for without a reason that stores are told']);
    const pattern = 'https://other.example/*';
    const wider = { ...shipped, content_scripts: [{ matches: [pattern] }] };
    expect(unjustified(wider)).toEqual([
      `${pattern} is asked for without a reason that stores are told`,
    ]);
  });

  it('says too much where the manifest asks for less', () => {
    const less = { ...shipped, optional_permissions: [], optional_host_permissions: [] };
    expect(unjustified(less)).toEqual([
      "notifications has a reason that stores are told, and isn't asked for",
      "https://*/* has a reason that stores are told, and isn't asked for",
    ]);
  });

  it('fits the fields of their forms', () => {
    const { singlePurpose, permissions, hosts, remoteCode } = storeWords;
    const answers = [singlePurpose, remoteCode, ...Object.values(permissions)];
    for (const answer of [...answers, hosts.map(({ why }) => why).join(' ')]) {
      expect(answer.length).toBeGreaterThan(80);
      expect(answer.length).toBeLessThanOrEqual(LONGEST_ANSWER);
    }
  });

  it('is written out a field at a time, with every host that is meant', () => {
    const form = storeForm('1.2.3');
    for (const name of Object.keys(storeWords.permissions)) {
      expect(form).toContain(`\n\n${name} justification\n`);
    }
    for (const pattern of shipped.host_permissions) expect(form).toContain(`\n${pattern}\n`);
  });
});
