// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlanSchema } from '../../metrics/board/plan.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, testPorts } from '../state/ports.fixture.ts';
import { CueItems } from './cue-items.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
const item = (place: number) => ({
  id: `00000000-0000-4000-8000-00000000000${place}`,
  rank: `a${place}`,
  title: `Deed ${place}`,
  how: '',
  owners: ['host'],
  done: false,
  tested: false,
});
const plan = v.parse(PlanSchema, {
  id: '00000000-0000-4000-8000-000000000009',
  title: 'Next LIVE',
  madeAt: NOW,
  changedAt: NOW,
  madeFrom: roomId(1),
  state: 'open',
  items: [item(1), item(2), item(3)],
});

let world: Awaited<ReturnType<typeof testPorts>>;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

describe('the items of a cue card', () => {
  it('answer a key that is pressed as soon as they are in sight', async () => {
    // Not within `act`, which would wait for what happens only after a paint.
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={createApp(world.ports)}>
          <CueItems plan={plan} single onSwitch={() => undefined} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    );
    dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    await vi.waitFor(() => expect(root.querySelector('.cue-deed')?.textContent).toBe('Deed 2'));
  });

  it('say what to do and who does it, and nothing on measuring', () => {
    const [first] = plan.items;
    if (first === undefined) throw new Error('There is no item.');
    const tested = {
      ...first,
      title: 'Close the sale',
      factor: 'click-to-order',
      metric: 'ctor',
      tested: true,
    } as const;
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={createApp(world.ports)}>
          <CueItems plan={{ ...plan, items: [tested] }} single onSwitch={() => undefined} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    );
    const text = root.querySelector('.cue-item')?.textContent ?? '';
    expect(text).toBe('Close the saleMain changeClicks to ordersHost');
    expect(text).not.toMatch(/CTOR|measure/i);
  });
});
