import { describe, expect, it } from 'vitest';
import { shortcutOf, shortcuts } from './shortcuts.ts';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...more,
});

describe('the keys of the panel', () => {
  it('do what they are listed with', () => {
    for (const { key, does } of shortcuts) expect(shortcutOf(press(key), false)).toBe(does);
    expect(shortcutOf(press('x'), false)).toBeUndefined();
  });

  it('belong to what has the focus, and to the browser with a modifier', () => {
    expect(shortcutOf(press('/'), true)).toBeUndefined();
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented']) {
      expect(shortcutOf(press('[', { [modifier]: true }), false)).toBeUndefined();
    }
  });
});
