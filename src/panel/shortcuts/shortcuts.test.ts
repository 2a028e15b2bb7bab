import { describe, expect, it } from 'vitest';
import { keyLabel, shortcutOf, shortcuts } from './shortcuts.ts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...more,
});
const free = { inField: false, inDialog: false, singleKeys: true };

describe('the keys of the panel', () => {
  it('do what they are listed with', () => {
    for (const { key, does, withCommand = false } of shortcuts) {
      expect(shortcutOf(press(key, { ctrlKey: withCommand }), free)).toBe(does);
    }
    expect(shortcutOf(press('x'), free)).toBeUndefined();
    expect(shortcutOf(press('k'), free)).toBeUndefined();
  });

  it('belong to what has the focus, and to the browser with a modifier', () => {
    expect(shortcutOf(press('/'), { ...free, inField: true })).toBeUndefined();
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented']) {
      expect(shortcutOf(press('[', { [modifier]: true }), free)).toBeUndefined();
    }
  });

  it('open the command palette by Ctrl or ⌘ from a field too, not over a dialog', () => {
    for (const modifier of ['ctrlKey', 'metaKey']) {
      const pressed = press('K', { [modifier]: true });
      expect(shortcutOf(pressed, { ...free, inField: true })).toBe('palette');
      expect(shortcutOf(pressed, { ...free, inDialog: true })).toBeUndefined();
    }
  });

  it('do nothing alone once the seller turned single keys off', () => {
    const off = { ...free, singleKeys: false };
    expect(shortcutOf(press('['), off)).toBeUndefined();
    expect(shortcutOf(press('k', { metaKey: true }), off)).toBe('palette');
  });

  it('are written as they stand on the keyboard', () => {
    const labels = (isMac: boolean) => shortcuts.map((one) => keyLabel(one, isMac)).slice(0, 2);
    expect(labels(true)).toEqual(['⌘ K', '[']);
    expect(labels(false)).toEqual(['Ctrl K', '[']);
  });
});
