// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NOW_IN_TIME, ownRecord } from '../../diagnosis/over-time/records.fixture.ts';
import { seriesOf } from '../../diagnosis/over-time/series.ts';
import { picturePlace } from './picture-place.fixture.tsx';
import { pictured } from './pictures.fixture.ts';
import { TrendChart } from './trend-chart.tsx';

vi.mock('./trend-canvas.ts', () => ({
  drawTrend: () => ({ mark: () => undefined, erase: () => undefined }),
}));

let place: ReturnType<typeof picturePlace>;
beforeEach(() => {
  place = picturePlace();
});
afterEach(() => place.clear());

const record = (place: number) => ownRecord(place, { daysIn: place, values: { gmv: place } });
const show = (...places: readonly [number, ...number[]]) => {
  const [newest, ...rest] = places;
  const over = pictured([record(newest), ...rest.map(record)]);
  const series = seriesOf(over.lives.lives, 'gmv', over.lives.currency);
  return place.show(<TrendChart series={series} over={over} open={() => undefined} />);
};
const slider = () => place.root.querySelector('[role="slider"]');

it('stays on the LIVE that was chosen when the list comes in anew, else on the last', async () => {
  await show(3, 2, 1);
  expect(slider()?.getAttribute('aria-valuenow')).toBe('3');
  await act(() => {
    slider()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
  });
  const said = slider()?.getAttribute('aria-valuetext');
  expect(said).toContain('$2');
  await show(4, 3, 2, 1);
  expect(slider()?.getAttribute('aria-valuetext')).toBe(said);
  await show(4, 3);
  expect(slider()?.getAttribute('aria-valuenow')).toBe('2');
});

it('says of a LIVE that runs what it made so far, and judges it by nothing', async () => {
  const running = {
    ...ownRecord(6, { daysIn: 299.9, values: { gmvPerHour: 9 }, room: { status: 'live' } }),
    fetchedAt: NOW_IN_TIME,
  };
  const ended = [5, 4, 3, 2, 1].map((place) =>
    ownRecord(place, { daysIn: 290 + place, values: { gmvPerHour: 40 } }),
  );
  const over = pictured([running, ...ended]);
  const series = seriesOf(over.lives.lives, 'gmvPerHour', over.lives.currency);
  expect(series.points.at(-1)).toMatchObject({ usual: { p50: 40 } });
  await place.show(<TrendChart series={series} over={over} open={() => undefined} />);
  expect(slider()?.getAttribute('aria-valuetext')).toMatch(/: \$9(\.00)? so far, still running$/);
});
