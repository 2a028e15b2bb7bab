// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownRecord } from '../../diagnosis/over-time/records.fixture.ts';
import type { Reach } from '../state/over-time.ts';
import { picturePlace } from './picture-place.fixture.tsx';
import { pictured } from './pictures.fixture.ts';
import { WeekView } from './week-view.tsx';

let place: ReturnType<typeof picturePlace>;
beforeEach(() => {
  place = picturePlace();
});
afterEach(() => place.clear());

/** On a Wednesday within four weeks of now, and on a Monday long before. */
const over = pictured([
  ownRecord(1, { daysIn: 275.1, hours: 1, values: { gmv: 100 } }),
  ownRecord(0, { hours: 1, values: { gmv: 100 } }),
]);
const show = (reach: Reach) =>
  place.show(<WeekView over={over} reach={reach} choice={<i />} onAll={undefined} />);

it('an hour of the week is reached by Tab though another time lacks the one that was picked', async () => {
  await show('all');
  const cells = [...place.root.querySelectorAll('button')];
  const monday = cells.find(({ title }) => title.startsWith('Monday'));
  await act(() => monday?.click());
  expect(monday?.getAttribute('aria-pressed')).toBe('true');
  await show(4);
  expect(place.root.querySelectorAll('button').length).toBeGreaterThan(0);
  expect(place.root.querySelectorAll('button[tabindex="0"]')).toHaveLength(1);
});

it('a cell tells its figure from the number of its LIVEs, as its key says', async () => {
  await show('all');
  expect(place.root.querySelector('td button')?.textContent).toMatch(/100\(1\)$/);
  expect(place.root.textContent).toContain('in brackets how many LIVEs');
});
