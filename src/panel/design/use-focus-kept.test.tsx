// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFocusKept } from './use-focus-kept.ts';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

function Notices({ names }: { names: readonly string[] }) {
  const whole = useFocusKept(() => document.getElementById('rest'));
  return (
    <>
      <section id="rest" tabIndex={-1} />
      <div ref={whole}>
        {names.map((name) => (
          <p key={name}>
            <button type="button">{name}</button>
          </p>
        ))}
      </div>
      <button type="button">outside</button>
    </>
  );
}

const show = (...names: string[]) => act(() => render(<Notices names={names} />, root));
const button = (name: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const focused = () => document.activeElement?.textContent || document.activeElement?.id;

describe('the focus on what is taken away', () => {
  it('goes to what comes after it, then to what is left, then elsewhere', async () => {
    await show('one', 'two', 'three');
    button('two')?.focus();
    await show('one', 'three');
    await vi.waitFor(() => expect(focused()).toBe('three'));
    await show('one');
    await vi.waitFor(() => expect(focused()).toBe('one'));
    await show();
    await vi.waitFor(() => expect(focused()).toBe('rest'));
  });

  it('stays where it is when something else is taken away', async () => {
    await show('one', 'two');
    button('two')?.focus();
    await show('two');
    button('outside')?.focus();
    await show();
    expect(focused()).toBe('outside');
  });
});
