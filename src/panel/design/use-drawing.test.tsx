// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useDrawing } from './use-drawing.ts';

let root: HTMLElement;
let drawn: string[];
const scheme = new EventTarget();

function Picture({ of, loaded }: { of: string; loaded: Promise<void> }) {
  const canvas = useDrawing(async () => {
    await loaded;
    return () => {
      drawn.push(of);
      return () => drawn.push(`no ${of}`);
    };
  }, [of]);
  return <canvas ref={canvas} />;
}
const show = (of: string, loaded = Promise.resolve()) =>
  act(() => render(<Picture of={of} loaded={loaded} />, root));
const changeColours = () => scheme.dispatchEvent(new Event('change'));

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => scheme);
  root = document.body.appendChild(document.createElement('div'));
  drawn = [];
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

it('draws anew what it is given and when the colours change, over nothing of before', async () => {
  await show('rise');
  await show('rise');
  await vi.waitFor(() => expect(drawn).toEqual(['rise']));
  changeColours();
  expect(drawn).toEqual(['rise', 'no rise', 'rise']);
  await show('fall');
  await vi.waitFor(() => expect(drawn.slice(3)).toEqual(['no rise', 'fall']));
  await act(() => render(null, root));
  changeColours();
  expect(drawn.slice(5)).toEqual(['no fall']);
});

it('draws nothing once it is gone, although its code comes in then', async () => {
  let come = (): void => undefined;
  const loaded = new Promise<void>((resolve) => {
    come = resolve;
  });
  await show('late', loaded);
  changeColours();
  await act(() => render(null, root));
  come();
  await loaded;
  await Promise.resolve();
  expect(drawn).toEqual([]);
});
