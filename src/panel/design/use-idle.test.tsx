// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useIdle } from './use-idle.ts';

let root: HTMLElement;
let rests: (() => void)[];
const rest = () =>
  act(() => {
    for (const end of rests.splice(0)) end();
  });

function Screen({ of, begun, painted }: { of: string; begun: boolean; painted: boolean }) {
  return <p>{useIdle(begun, painted, of) ? 'all' : 'some'}</p>;
}
const show = (of: string, { begun = true, painted = false } = {}) =>
  act(() => render(<Screen of={of} begun={begun} painted={painted} />, root));

beforeEach(() => {
  rests = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => {
    frame();
    return 1;
  });
  vi.stubGlobal('requestIdleCallback', (end: () => void) => rests.push(end));
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

it('waits until what is in sight has begun and is painted, and anew for something else', async () => {
  await show('one', { begun: false });
  await rest();
  expect(root.textContent).toBe('some');
  await show('one');
  expect(root.textContent).toBe('some');
  await rest();
  expect(root.textContent).toBe('all');
  await show('two');
  expect(root.textContent).toBe('some');
  await rest();
  expect(root.textContent).toBe('all');
});

it('waits for nothing where what is in sight is painted already', async () => {
  await show('one', { painted: true });
  expect(root.textContent).toBe('all');
});
