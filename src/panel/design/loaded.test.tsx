// @vitest-environment happy-dom
import type { FunctionComponent } from 'preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Loaded, loadAgain, unloaded, useLoaded } from './loaded.tsx';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;
const show = (load: () => Promise<FunctionComponent<{ name: string }>>, name = 'Ada') =>
  act(() => render(<Loaded load={load} props={{ name }} />, root));
const gone = () => act(() => render(null, root));

describe('a part that is loaded when it is first shown', () => {
  it('shows nothing until it is there, and is there at once when it comes again', async () => {
    const load = vi.fn(async () => Greeting);
    await show(load);
    await vi.waitFor(() => expect(root.textContent).toBe('Hello Ada'));
    await gone();
    render(<Loaded load={load} props={{ name: 'Bo' }} />, root);
    expect(root.textContent).toBe('Hello Bo');
  });

  it('that can’t be loaded is told of and asked for again, until it is there', async () => {
    let works = false;
    const load = async () => {
      if (!works) throw new Error('The file is gone.');
      return Greeting;
    };
    await show(load);
    await vi.waitFor(() => expect(unloaded.value).toHaveLength(1));
    loadAgain();
    expect(unloaded.value).toEqual([]);
    await vi.waitFor(() => expect(unloaded.value).toHaveLength(1));
    works = true;
    loadAgain();
    await vi.waitFor(() => expect(root.textContent).toBe('Hello Ada'));
    expect(unloaded.value).toEqual([]);
  });

  it('is told of no more once nobody waits for it', async () => {
    await show(async () => Promise.reject(new Error('The file is gone.')));
    await vi.waitFor(() => expect(unloaded.value).toHaveLength(1));
    await gone();
    expect(unloaded.value).toEqual([]);
  });

  it('is not asked for before it is due', async () => {
    const load = vi.fn(async () => ({ word: 'there' }));
    const Later = ({ due }: { due: boolean }) => <p>{useLoaded(load, due)?.word ?? 'nothing'}</p>;
    await act(() => render(<Later due={false} />, root));
    expect(load).not.toHaveBeenCalled();
    expect(root.textContent).toBe('nothing');
    await act(() => render(<Later due />, root));
    await vi.waitFor(() => expect(root.textContent).toBe('there'));
  });
});
