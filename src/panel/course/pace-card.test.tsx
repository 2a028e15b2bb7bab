// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StepId } from '../../diagnosis/step-id.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { testPorts } from '../state/ports.fixture.ts';
import { PaceCard } from './pace-card.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
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

/** What is said to be done now of a running LIVE whose pace can't be told. */
async function toDo(first: StepId | undefined): Promise<string | null | undefined> {
  const pace = { state: 'untold', needs: { key: 'pace_needsCourse' } } as const;
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={createApp(world.ports)}>
          <PaceCard pace={pace} currency={undefined} viewers={15} gmv={undefined} first={first} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
  expect(root.textContent).toContain(messages.pace_needsCourse?.message);
  return root.querySelector('.pace-act')?.textContent;
}

describe('a running LIVE whose pace can’t be told', () => {
  it('says what to do now about the step with most to gain', async () => {
    expect(await toDo('liveCtr')).toBe(`Now: ${messages.step_liveCtr_how?.message}`);
  });

  it('says nothing to do where no step surely has something to gain, or none can be changed meanwhile', async () => {
    expect(await toDo(undefined)).toBeUndefined();
    expect(await toDo('impressionsPerHour')).toBeUndefined();
  });
});
