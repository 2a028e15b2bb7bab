// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Plan, PlanSchema } from '../../metrics/board/plan.ts';
import { ok } from '../../metrics/fault.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { type App, AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { Items } from './items.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
const item = {
  id: '00000000-0000-4000-8000-000000000001',
  rank: 'a0',
  title: 'Light the desk',
  how: '',
  owners: ['host'],
  done: false,
  tested: false,
};
const planOf = (items: readonly object[]): Plan =>
  v.parse(PlanSchema, {
    id: '00000000-0000-4000-8000-000000000009',
    title: 'Next LIVE',
    madeAt: NOW,
    changedAt: NOW,
    madeFrom: roomId(1),
    state: 'open',
    items,
  });

let world: Awaited<ReturnType<typeof testPorts>>;
let app: App;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  app = createApp(world.ports);
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

/** The worker's answer to the first open question of a kind. */
async function answer(verb: 'plan.list' | 'plan.change', value: object): Promise<void> {
  await settle(() => world.asked.some((asked) => asked.verb === verb));
  const place = world.asked.findIndex((asked) => asked.verb === verb);
  world.asked.splice(place, 1)[0]?.answer(ok(value));
}

describe('the items of a plan', () => {
  it('bring back words on one that another window removed, also while more is being changed', async () => {
    const plan = planOf([item]);
    void app.plans.read('shop');
    await answer('plan.list', { plans: [plan] });
    await settle(() => app.plans.view.value.known);
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          <Items plan={plan} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    );
    const [, how] = root.querySelectorAll('textarea');
    if (how === undefined) throw new Error('There is no field.');
    how.value = 'Ring light.';
    how.dispatchEvent(new Event('input', { bubbles: true }));
    how.dispatchEvent(new FocusEvent('blur'));
    root.querySelector<HTMLInputElement>('[type=checkbox]')?.click();
    await settle(() => world.asked.filter(({ verb }) => verb === 'plan.change').length === 2);
    await answer('plan.change', { plan: planOf([]) });
    await vi.waitFor(() => expect(root.querySelector('.plan-undo')).not.toBeNull());
    root.querySelector<HTMLElement>('.plan-undo button')?.click();
    await settle(() => world.asked.filter(({ verb }) => verb === 'plan.change').length === 2);
    expect(world.asked.at(-1)?.request).toMatchObject({
      patch: { items: { [item.id]: { ...item, how: 'Ring light.' } } },
    });
  });
});
