// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ownRecord } from '../../diagnosis/over-time/records.fixture.ts';
import { CalendarView } from './calendar-view.tsx';
import { picturePlace } from './picture-place.fixture.tsx';
import { pictured } from './pictures.fixture.ts';
import { TrendView } from './trend-view.tsx';

vi.mock('./trend-canvas.ts', () => ({
  drawTrend: () => ({ mark: () => undefined, erase: () => undefined }),
}));

let place: ReturnType<typeof picturePlace>;
beforeEach(() => {
  place = picturePlace();
});
afterEach(() => place.clear());

const record = (place: number) => ownRecord(place, { daysIn: place, values: { gmv: 40 * place } });
const show = (View: typeof TrendView | typeof CalendarView, over: ReturnType<typeof pictured>) =>
  place.show(
    <View over={over} reach="all" open={() => undefined} choice={<i />} onAll={undefined} />,
  );
const said = () => place.root.querySelector('.over-time-peak')?.textContent;

it('a LIVE alone is neither the highest nor the lowest', async () => {
  await show(TrendView, pictured([record(1)]));
  expect(said()).toMatch(/^Only one LIVE: \$20\b.*\(.*Jun 2.*\)\.$/);
  await show(TrendView, pictured([record(2), record(1)]));
  expect(said()).toMatch(/^Highest: \$40\b.*Lowest: \$20\b/);
});

it('a day alone is not the highest, and needs no key to its colour', async () => {
  await show(CalendarView, pictured([record(1)]));
  expect(said()).toMatch(/^Only one day: .*Jun 2.*\$20/);
  expect(place.root.querySelector('.heat-key')).toBeNull();
  await show(CalendarView, pictured([record(2), record(1)]));
  expect(said()).toMatch(/^Highest: .*Jun 3/);
  expect(place.root.querySelector('.heat-key')).not.toBeNull();
});
