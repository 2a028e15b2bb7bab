import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { verbs } from './protocol.ts';
import { defaultSettings, SettingsSchema } from './settings.ts';

describe('settings', () => {
  it('fill in what an older version did not know, and mend what cannot be read', () => {
    expect(v.parse(SettingsSchema, {})).toEqual(defaultSettings);
    const read = v.parse(SettingsSchema, {
      basis: 'own',
      panel: { open: 'yes' },
      sample: 1,
      target: 'moon',
      targetFigures: { ctor: -1 },
    });
    expect(read).toEqual({ ...defaultSettings, basis: 'own' });
  });

  it('are changed by exactly what a message names', () => {
    const { request } = verbs['settings.set'];
    expect(v.parse(request, {})).toEqual({});
    expect(v.parse(request, { sample: true })).toEqual({ sample: true });
    expect(v.parse(request, { shopCategory: null })).toEqual({ shopCategory: null });
  });

  it.each([
    { basis: 'moon' },
    { target: 'moon' },
    { targetFigures: { ctor: 0 } },
    { panel: { open: true } },
    { roomCategories: { '7649951805363391253': 'shoes' } },
  ])('stay as they are when a message can’t be read: %j', (patch) => {
    expect(v.is(verbs['settings.set'].request, patch)).toBe(false);
  });
});
