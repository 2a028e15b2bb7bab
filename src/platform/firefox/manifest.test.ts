import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { manifestWithHosts } from '../manifest-hosts.ts';
import { firefoxManifest } from './manifest.ts';

const whole = manifestWithHosts(manifest);
const here = firefoxManifest(whole);

describe('the manifest for Firefox', () => {
  it('asks for the same permissions and hosts, under the same policy and version', () => {
    const { background, web_accessible_resources, browser_specific_settings, ...shared } = here;
    expect(whole).toMatchObject(shared);
    const left = Object.keys(whole).filter((key) => !Object.hasOwn(here, key));
    expect(left).toEqual(['minimum_chrome_version']);
  });

  it('has an event page of modules, and no service worker, without which Firefox takes it', () => {
    expect(Object.keys(here.background)).toEqual(['scripts', 'type']);
    expect(here.background.type).toBe('module');
  });

  it('lets pages load what they may elsewhere, on the hosts that are read alone', () => {
    expect(here.web_accessible_resources).toEqual([
      {
        resources: manifest.web_accessible_resources.flatMap(({ resources }) => resources),
        matches: whole.host_permissions,
      },
    ]);
  });

  it('says that no data are collected', () => {
    const { data_collection_permissions } = here.browser_specific_settings.gecko;
    expect(data_collection_permissions).toEqual({ required: ['none'] });
  });
});
