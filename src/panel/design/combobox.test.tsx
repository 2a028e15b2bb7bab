// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ComboboxOption, useCombobox } from './combobox.tsx';

const fruit = ['apple', 'banana', 'cherry'];
let root: HTMLElement;
let taken: string[];
/** Keys that reached what the field stands in. */
let outside: string[];

function Fruit({ isFixed = false }: { isFixed?: boolean }) {
  const box = useCombobox({ isFixed });
  const offers = fruit.filter((one) => one.startsWith(box.typed));
  const take = (one: string | undefined) => {
    if (one !== undefined) taken.push(one);
    box.hide();
  };
  const parts = box.parts(offers.length, () => take(offers[box.marked]));
  return (
    <section>
      <input {...parts.field} value={box.typed} onClick={box.show} />
      <div id={box.id} role="listbox" tabIndex={-1}>
        {box.isOpen &&
          offers.map((one, place) => (
            <ComboboxOption
              key={one}
              parts={parts}
              place={place}
              class="fruit"
              onTake={() => take(one)}
            >
              {one}
            </ComboboxOption>
          ))}
      </div>
    </section>
  );
}

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
  taken = [];
  outside = [];
  root.addEventListener('keydown', ({ key }) => outside.push(key));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const show = (isFixed = false) => act(() => render(<Fruit isFixed={isFixed} />, root));
function field(): HTMLInputElement {
  const found = root.querySelector('input');
  if (found === null) throw new Error('no field');
  return found;
}
const press = async (key: string, isComposing = false) => {
  const event = new KeyboardEvent('keydown', { key, isComposing, bubbles: true, cancelable: true });
  await act(() => {
    field().dispatchEvent(event);
  });
  return event;
};
const type = (text: string) =>
  act(() => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
const marked = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
const listed = () => [...root.querySelectorAll('[role=option]')].map((one) => one.textContent);

describe('a combobox', () => {
  it('opens by Enter and by an arrow, and marks nothing yet', async () => {
    await show();
    await press('ArrowDown');
    expect(listed()).toEqual(fruit);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(marked()).toBeUndefined();
    await press('Escape');
    await press('Enter');
    expect(listed()).toEqual(fruit);
  });

  it('takes the choice that was marked', async () => {
    await show();
    await press('Enter');
    await press('End');
    expect(marked()).toBe('cherry');
    expect(root.querySelector('[aria-selected=true]')?.textContent).toBe('cherry');
    await press('Enter');
    expect(taken).toEqual(['cherry']);
    expect(listed()).toEqual([]);
  });

  it('takes a choice that is pressed', async () => {
    await show();
    await press('Enter');
    await act(() => root.querySelectorAll<HTMLElement>('.fruit')[1]?.click());
    expect(taken).toEqual(['banana']);
  });

  it('leaves Home and End to what is typed', async () => {
    await show();
    await type('b');
    expect(listed()).toEqual(['banana']);
    expect((await press('Home')).defaultPrevented).toBe(false);
    expect(marked()).toBeUndefined();
  });

  it('closes its list alone by Escape, and only then lets go of the key', async () => {
    await show();
    await type('b');
    expect((await press('Escape')).defaultPrevented).toBe(true);
    expect(outside).toEqual([]);
    expect(field().value).toBe('');
    expect((await press('Escape')).defaultPrevented).toBe(false);
    expect(outside).toEqual(['Escape']);
  });

  it('leaves keys to an input method that puts together what is typed', async () => {
    await show();
    await type('a');
    await press('ArrowDown');
    for (const key of ['Enter', 'ArrowDown', 'Escape']) {
      expect((await press(key, true)).defaultPrevented).toBe(false);
    }
    expect(taken).toEqual([]);
    expect(marked()).toBe('apple');
    expect(listed()).toEqual(['apple']);
  });

  it('has its first choice marked and Escape left alone where its list is fixed', async () => {
    await show(true);
    expect(marked()).toBe('apple');
    await press('ArrowUp');
    expect(marked()).toBe('cherry');
    await type('b');
    expect(marked()).toBe('banana');
    await press('Escape');
    expect(outside).toContain('Escape');
    expect(listed()).toEqual(['banana']);
    await press('Enter');
    expect(taken).toEqual(['banana']);
  });
});
