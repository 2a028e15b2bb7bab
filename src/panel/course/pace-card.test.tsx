// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pace } from '../../diagnosis/pace/pace.ts';
import type { StepId } from '../../diagnosis/step-id.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import { seconds } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { testPorts } from '../state/ports.fixture.ts';
import { PaceCard } from './pace-card.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
const usd = v.parse(CurrencyCodeSchema, 'USD');
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

async function show(pace: Pace, first: StepId | undefined): Promise<void> {
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={createApp(world.ports)}>
          <PaceCard pace={pace} currency={usd} viewers={15} gmv={undefined} first={first} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
}

/** What is said to be done now of a running LIVE whose pace can't be told. */
async function toDo(first: StepId | undefined): Promise<string | null | undefined> {
  await show({ state: 'untold', needs: { key: 'pace_needsCourse' } }, first);
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

describe('a running LIVE whose pace is told', () => {
  it('has money in whole units as in the sentence above, and a column a figure where the panel is narrow', async () => {
    const usual = { p25: 739.04, p50: 1_000, p75: 1_414.86, n: 9 };
    const rows = [{ metric: 'gmv', now: 958.86, usual, standing: 'usual' }] as const;
    const text = { key: 'pace_usual' } as const;
    await show({ state: 'told', elapsed: seconds(5_100), lives: 9, rows, text }, undefined);
    await act(() => root.querySelector('summary')?.click());
    expect([...root.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual([
      'GMV',
      '$959',
      '$739 to $1,415',
      'as usual',
    ]);
    const table = root.querySelector('table');
    expect(table?.style.getPropertyValue('--figures')).toBe('3');
  });
});
