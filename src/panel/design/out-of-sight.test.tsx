// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Disclosure } from './disclosure.tsx';
import { OutOfSightDue } from './out-of-sight.ts';
import { Tooltip } from './tooltip.tsx';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const show = (content: ComponentChild, due?: boolean) =>
  act(() =>
    render(
      due === undefined ? (
        content
      ) : (
        <OutOfSightDue.Provider value={due}>{content}</OutOfSightDue.Provider>
      ),
      root,
    ),
  );

describe('what is folded', () => {
  const folded = <Disclosure summary="Totals">$1,204.50</Disclosure>;

  it('is drawn once its turn has come, and where nothing puts it off', async () => {
    await show(folded, false);
    expect(root.textContent).toBe('Totals');
    await show(folded, true);
    expect(root.textContent).toBe('Totals$1,204.50');
    await show(null);
    await show(folded);
    expect(root.textContent).toBe('Totals$1,204.50');
  });

  it('is drawn before its turn where it is unfolded, and stays so', async () => {
    await show(folded, false);
    const details = root.querySelector('details');
    await act(() => {
      details?.dispatchEvent(new Event('toggle'));
    });
    expect(root.textContent).toBe('Totals$1,204.50');
    await show(null);
    await show(
      <Disclosure summary="Totals" open>
        $1,204.50
      </Disclosure>,
      false,
    );
    expect(root.textContent).toBe('Totals$1,204.50');
  });
});

describe('the text of a tip', () => {
  // The browser has it, what stands in for a page here doesn’t.
  beforeEach(() => void Reflect.set(Element.prototype, 'showPopover', () => undefined));
  afterEach(() => void Reflect.deleteProperty(Element.prototype, 'showPopover'));

  it('comes in its turn, or with the tip', async () => {
    const tip = <Tooltip label="What is CTOR?">Orders per click</Tooltip>;
    const text = () => root.querySelector('[role="tooltip"]')?.textContent;
    await show(tip, false);
    expect(text()).toBe('');
    await act(() => root.querySelector('button')?.click());
    expect(text()).toBe('Orders per click');
    await show(tip, true);
    expect(text()).toBe('Orders per click');
  });
});
