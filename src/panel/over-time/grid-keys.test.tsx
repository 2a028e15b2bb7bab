// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveInGrid } from './grid-keys.ts';

describe('the arrow keys in a table of buttons', () => {
  let root: HTMLElement;
  beforeEach(() => {
    root = document.body.appendChild(document.createElement('div'));
    render(
      <table onKeyDown={moveInGrid}>
        <tbody>
          {['a.b', '...', 'c.d'].map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {[...row].map((name, column) => (
                <td key={column}>{name !== '.' && <button type="button">{name}</button>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>,
      root,
    );
  });
  afterEach(() => root.remove());

  const button = (name: string): HTMLButtonElement => {
    const found = [...root.querySelectorAll('button')].find((one) => one.textContent === name);
    if (found === undefined) throw new Error(`no button ${name}`);
    return found;
  };
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

  it.each([
    ['a', 'ArrowRight', 'b'],
    ['a', 'ArrowDown', 'c'],
    ['d', 'ArrowUp', 'b'],
    ['d', 'ArrowLeft', 'c'],
    ['d', 'Home', 'a'],
    ['a', 'End', 'd'],
    ['a', 'ArrowLeft', 'a'],
    ['c', 'ArrowDown', 'c'],
    ['a', 'x', 'a'],
  ])('lead from %s by %s to %s, over cells that hold none', (from, key, to) => {
    button(from).focus();
    press(key);
    expect(document.activeElement?.textContent).toBe(to);
  });

  it('leave one stop of the Tab key', () => {
    button('a').focus();
    press('ArrowDown');
    expect([...root.querySelectorAll('button')].map(({ tabIndex }) => tabIndex)).toEqual([
      -1, -1, 0, -1,
    ]);
  });
});
