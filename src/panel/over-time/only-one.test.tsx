// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ownRecord } from '../../diagnosis/over-time/records.fixture.ts';
import { I18nContext } from '../design/i18n.ts';
import { CalendarView } from './calendar-view.tsx';
import { pictured, pictureWords } from './pictures.fixture.ts';
import { TrendView } from './trend-view.tsx';

vi.mock('./trend-canvas.ts', () => ({
  drawTrend: () => ({ mark: () => undefined, erase: () => undefined }),
}));

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const record = (place: number) => ownRecord(place, { daysIn: place, values: { gmv: 40 * place } });
const show = (View: typeof TrendView | typeof CalendarView, over: ReturnType<typeof pictured>) =>
  act(() =>
    render(
      <I18nContext.Provider value={pictureWords}>
        <View over={over} reach="all" open={() => undefined} choice={<i />} onAll={undefined} />
      </I18nContext.Provider>,
      root,
    ),
  );
const said = () => root.querySelector('.over-time-peak')?.textContent;

it('a LIVE alone is neither the highest nor the lowest', async () => {
  await show(TrendView, pictured([record(1)]));
  expect(said()).toMatch(/^Only one LIVE: \$20\b.*\(.*Jun 2.*\)\.$/);
  await show(TrendView, pictured([record(2), record(1)]));
  expect(said()).toMatch(/^Highest: \$40\b.*Lowest: \$20\b/);
});

it('a day alone is not the highest, and needs no key to its colour', async () => {
  await show(CalendarView, pictured([record(1)]));
  expect(said()).toMatch(/^Only one day: .*Jun 2.*\$20/);
  expect(root.querySelector('.heat-key')).toBeNull();
  await show(CalendarView, pictured([record(2), record(1)]));
  expect(said()).toMatch(/^Highest: .*Jun 3/);
  expect(root.querySelector('.heat-key')).not.toBeNull();
});
