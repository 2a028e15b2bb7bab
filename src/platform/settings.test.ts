import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { verbs } from './protocol.ts';
import {
  defaultSettings,
  patched,
  type Settings,
  SettingsPatchSchema,
  SettingsSchema,
} from './settings.ts';

describe('settings', () => {
  it('fill in what an older version did not know, and mend what cannot be read', () => {
    expect(v.parse(SettingsSchema, {})).toEqual(defaultSettings);
    const read = v.parse(SettingsSchema, {
      versus: 'best',
      panels: { 'live-dashboard': { open: 'yes' }, 'seller-center': { width: 500 }, moon: {} },
      sample: 1,
      target: 'moon',
      targetFigures: { ctor: -1 },
    });
    expect(read).toEqual({
      ...defaultSettings,
      versus: 'best',
      panels: { 'live-dashboard': {}, 'seller-center': { width: 500 } },
    });
  });

  it('are changed by exactly what a message names', () => {
    const { request } = verbs['settings.set'];
    expect(v.parse(request, {})).toEqual({});
    expect(v.parse(request, { sample: true })).toEqual({ sample: true });
    expect(v.parse(request, { shopCategory: null })).toEqual({ shopCategory: null });
  });

  it('change single entries of their maps, and take back what is null', () => {
    const stored = v.parse(SettingsSchema, { roomCategories: { '1': '601450', '2': '601450' } });
    const patch = v.parse(SettingsPatchSchema, {
      roomCategories: { '2': null, '3': '601152' },
      productCategories: { '9': '601450' },
    });
    expect(patched(stored, patch)).toEqual({
      ...stored,
      roomCategories: { '1': '601450', '3': '601152' },
      productCategories: { '9': '601450' },
    });
    expect(patched(stored, {})).toEqual(stored);
  });

  it('take a shop and take it back; one that can’t be read is none', () => {
    const patch = (shop: unknown) => v.parse(SettingsPatchSchema, { shop });
    const chosen = patched(defaultSettings, patch('@a.shop USD'));
    expect(chosen.shop).toBe('@a.shop USD');
    expect(patched(chosen, v.parse(SettingsPatchSchema, {})).shop).toBe('@a.shop USD');
    expect(patched(chosen, patch(null)).shop).toBeUndefined();
    expect(v.parse(SettingsSchema, { shop: 'moon' }).shop).toBeUndefined();
  });

  it('keep the hosts of each room by itself', () => {
    const ana = [{ name: 'Ana', startedAt: 100, endedAt: 200 }];
    const stored = v.parse(SettingsSchema, { hosts: { '1': ana, '2': ana } });
    const patch = v.parse(SettingsPatchSchema, { hosts: { '2': null, '3': ana } });
    expect(patched(stored, patch).hosts).toEqual({ '1': ana, '3': ana });
    expect(v.is(SettingsPatchSchema, { hosts: { '1': [{ name: ' ', startedAt: 1 }] } })).toBe(
      false,
    );
  });

  it('hold the choices of two panels in whatever order they come', () => {
    const entry = fc.constantFrom('601450', '601152', null);
    const map = (...ids: string[]) =>
      fc.record(Object.fromEntries(ids.map((id) => [id, entry])), { requiredKeys: [] });
    fc.assert(
      fc.property(map('1', '2'), map('3', '4'), (one, other) => {
        const [first, second] = [one, other].map((roomCategories) =>
          v.parse(SettingsPatchSchema, { roomCategories }),
        );
        const through = (...patches: (typeof first)[]) =>
          patches.reduce<Settings>((known, patch) => patched(known, patch ?? {}), defaultSettings);
        expect(through(first, second)).toEqual(through(second, first));
      }),
    );
  });

  it.each([
    { versus: 'moon' },
    { targetFigures: { ctor: 0 } },
    { panels: { 'live-dashboard': { width: 20 } } },
    { roomCategories: { '7649951805363391253': 'shoes' } },
  ])('stay as they are when a message can’t be read: %j', (patch) => {
    expect(v.is(verbs['settings.set'].request, patch)).toBe(false);
  });
});
