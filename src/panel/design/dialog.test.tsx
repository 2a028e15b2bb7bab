// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writer } from '../../platform/text.ts';
import { Dialog } from './dialog.tsx';
import { I18nContext, i18nOf } from './i18n.ts';

const words = i18nOf(writer((key) => key, 'en'));
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

describe('a window over the panel', () => {
  it('is open by the time it can be seen, so that no key goes past it', () => {
    // Not within `act`, which would wait for what happens only after a paint.
    render(
      <I18nContext.Provider value={words}>
        <Dialog title="A window" onClose={() => undefined}>
          <p>What it says</p>
        </Dialog>
      </I18nContext.Provider>,
      root,
    );
    expect(root.querySelector('dialog')?.open).toBe(true);
  });

  it('doesn’t close the next one when the browser tells late that it was closed', () => {
    let closed = 0;
    const show = (open: boolean): void =>
      render(
        <I18nContext.Provider value={words}>
          {open && (
            <Dialog title="A window" onClose={() => closed++}>
              <p>What it says</p>
            </Dialog>
          )}
        </I18nContext.Provider>,
        root,
      );
    show(true);
    const first = root.querySelector('dialog');
    show(false);
    show(true);
    const before = closed;
    first?.dispatchEvent(new Event('close'));
    expect(closed).toBe(before);
    root.querySelector('dialog')?.dispatchEvent(new Event('close'));
    expect(closed).toBe(before + 1);
  });
});
