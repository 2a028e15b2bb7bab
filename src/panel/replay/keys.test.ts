import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { deedOf, playerKeys } from './keys.ts';

const press = (key: string) => ({ key, ctrlKey: false, metaKey: false, altKey: false });

describe('the keys of the player', () => {
  it('each do one thing, whichever case a letter is typed in', () => {
    const all = playerKeys.flatMap(({ keys }) => keys);
    expect(new Set(all).size).toBe(all.length);
    expect(deedOf(press('K'), 'other')).toEqual({ kind: 'toggle' });
    expect(deedOf(press('ArrowRight'), 'other')).toEqual({ kind: 'jump', seconds: 5 });
    expect(deedOf(press('j'), 'other')).toEqual({ kind: 'jump', seconds: -10 });
    expect(deedOf(press('x'), 'other')).toBeUndefined();
  });

  it('are each said', () => {
    expect(playerKeys.filter(({ name }) => messages[name].message === '')).toEqual([]);
  });

  it('are the browser’s own together with Control, Command or Alt', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) {
      expect(deedOf({ ...press('r'), [held]: true }, 'other')).toBeUndefined();
    }
  });

  it('are all a text field’s while it has the focus', () => {
    for (const { keys } of playerKeys) {
      for (const key of keys) expect(deedOf(press(key), 'text')).toBeUndefined();
    }
  });

  it('leave a focused button its Space, and a list its letters and arrows', () => {
    expect(deedOf(press(' '), 'button')).toBeUndefined();
    expect(deedOf(press('k'), 'button')).toEqual({ kind: 'toggle' });
    expect(deedOf(press('ArrowLeft'), 'list')).toBeUndefined();
    expect(deedOf(press('m'), 'list')).toBeUndefined();
    expect(deedOf(press(']'), 'list')).toEqual({ kind: 'cut-end' });
  });
});
