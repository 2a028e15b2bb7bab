// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownRecord } from '../../diagnosis/over-time/records.fixture.ts';
import { I18nContext } from '../design/i18n.ts';
import type { Reach } from '../state/over-time.ts';
import { pictured, pictureWords } from './pictures.fixture.ts';
import { WeekView } from './week-view.tsx';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

/** On a Wednesday within four weeks of now, and on a Monday long before. */
const over = pictured([
  ownRecord(1, { daysIn: 275.1, hours: 1, values: { gmv: 100 } }),
  ownRecord(0, { hours: 1, values: { gmv: 100 } }),
]);
const show = (reach: Reach) =>
  act(() =>
    render(
      <I18nContext.Provider value={pictureWords}>
        <WeekView over={over} reach={reach} choice={<i />} onAll={undefined} />
      </I18nContext.Provider>,
      root,
    ),
  );

it('an hour of the week is reached by Tab though another time lacks the one that was picked', async () => {
  await show('all');
  const cells = [...root.querySelectorAll('button')];
  const monday = cells.find(({ title }) => title.startsWith('Monday'));
  await act(() => monday?.click());
  expect(monday?.getAttribute('aria-pressed')).toBe('true');
  await show(4);
  expect(root.querySelectorAll('button').length).toBeGreaterThan(0);
  expect(root.querySelectorAll('button[tabindex="0"]')).toHaveLength(1);
});

it('a cell tells its figure from the number of its LIVEs, as its key says', async () => {
  await show('all');
  expect(root.querySelector('td button')?.textContent).toMatch(/100\(1\)$/);
  expect(root.textContent).toContain('in brackets how many LIVEs');
});
