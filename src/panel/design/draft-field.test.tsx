// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { writer } from '../../platform/text.ts';
import { DraftField } from './draft-field.tsx';
import { I18nContext, i18nOf } from './i18n.ts';

const words = i18nOf(writer((key) => key, 'en'));

/** What is asked to be kept, answered when the test likes. */
interface Asked {
  readonly text: string;
  readonly began: string;
  readonly answer: (reply: Result<unknown>) => void;
}
let asked: Asked[];
let root: HTMLElement;
beforeEach(() => {
  asked = [];
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

/** The field as it stands over what is kept. */
function show(value: string): void {
  render(
    <I18nContext.Provider value={words}>
      <DraftField
        label="Note"
        value={value}
        most={100}
        onKeep={(text, began) => new Promise((answer) => asked.push({ text, began, answer }))}
      />
    </I18nContext.Provider>,
    root,
  );
}
function field(): HTMLTextAreaElement {
  const found = root.querySelector('textarea');
  if (found === null) throw new Error('There is no field.');
  return found;
}
function type(text: string): void {
  field().value = text;
  field().dispatchEvent(new Event('input', { bubbles: true }));
}
const press = (key: string, more: object = {}) =>
  field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
const leave = () => field().dispatchEvent(new FocusEvent('blur'));
const enter = () => field().dispatchEvent(new FocusEvent('focus'));
const sent = () => asked.map(({ text, began }) => [began, text]);
const refused = failed(fault('changed-meanwhile'));

describe('words while they are written', () => {
  it('run as they are written, whichever way the page does; a placeholder as the page', () => {
    show('');
    expect(field().getAttribute('dir')).toBeNull();
    show('Closer to the camera.');
    expect(field().dir).toBe('auto');
  });

  it('are taken back by Escape to what stood there before, whatever of it was kept already', async () => {
    show('A');
    enter();
    type('AB');
    press('Enter', { ctrlKey: true });
    asked[0]?.answer(ok({}));
    show('AB');
    await vi.waitFor(() => expect(field().value).toBe('AB'));
    type('ABC');
    press('Escape');
    await vi.waitFor(() => expect(sent().at(-1)).toEqual(['AB', 'A']));
  });

  it('of another window are left alone by Escape', async () => {
    show('A');
    enter();
    show('theirs');
    press('Escape');
    expect(sent()).toEqual([]);

    type('mine');
    press('Enter', { ctrlKey: true });
    asked[0]?.answer(ok({}));
    show('mine');
    await vi.waitFor(() => expect(root.querySelector('[role=alert]')).toBeNull());
    show('theirs again');
    await vi.waitFor(() => expect(field().value).toBe('theirs again'));
    press('Escape');
    leave();
    expect(sent()).toEqual([['theirs', 'mine']]);
  });

  it('are kept with nobody left to choose where the other window only emptied the field', async () => {
    show('A');
    type('AB');
    leave();
    asked[0]?.answer(refused);
    show('');
    await vi.waitFor(() => expect(root.querySelector('.draft-other')).not.toBeNull());
    render(null, root);
    expect(sent()).toEqual([
      ['A', 'AB'],
      ['', 'AB'],
    ]);
  });

  it('are kept again over what stands when those before them weren’t', async () => {
    show('A');
    type('AB');
    leave();
    type('ABC');
    leave();
    asked[0]?.answer(failed(fault('storage-full')));
    asked[1]?.answer(refused);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(sent()).toEqual([
      ['A', 'AB'],
      ['AB', 'ABC'],
      ['A', 'ABC'],
    ]);
    asked[2]?.answer(ok({}));
  });
});
