import {
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  type Scale,
} from 'chart.js';
import type { SeriesPoint } from '../../diagnosis/over-time/series.ts';
import { type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { drawUpright, inkOf } from '../design/canvas-ink.ts';
import { roundTop } from '../performance/timeline-axes.ts';

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement);

/** Room that a date takes under the chart, in CSS pixels. */
const DATE_WIDTH = 72;
/** Of more LIVEs the dots would run into each other. */
const MANY = 150;
/** Half a day, in seconds: a single LIVE stands in the middle of one, as an axis from it to itself shows nothing. */
const HALF_DAY = 43_200;

export interface TrendLook {
  /** A figure as its axis shows it. */
  readonly show: (value: number) => string;
  /** A date as it stands under the chart. */
  readonly date: (at: UnixSeconds) => string;
  /** Midnights of the shop's days from the first LIVE to the last, so many days apart. */
  readonly midnights: (most: number) => readonly UnixSeconds[];
  /** Told the LIVE that is pointed at, by its place; undefined once none is. */
  readonly point: (place: number | undefined) => void;
  /** Told the LIVE that is pressed. */
  readonly press: (place: number) => void;
}

/** A chart that was drawn: marks the LIVE at a place, and is taken away again. */
export interface DrawnTrend {
  readonly mark: (place: number | undefined) => void;
  readonly erase: () => void;
}

/** Draws a figure LIVE by LIVE over the band that was usual before each; gaps stay gaps. */
export function drawTrend(
  canvas: HTMLCanvasElement,
  points: readonly SeriesPoint[],
  look: TrendLook,
): DrawnTrend {
  const { colour, font } = inkOf(canvas);
  const at = (value: (point: SeriesPoint) => number | undefined) =>
    points.map((point) => ({ x: point.live.startedAt, y: value(point) ?? null }));
  const edge = { borderWidth: 0, pointRadius: 0, pointHoverRadius: 0 } as const;
  const ink = colour('--accent');
  const ground = colour('--raised');
  const settled = points.map(({ live }) => live.phase === 'final' || live.phase === 'unknown');
  const drawnValues = points.flatMap(({ value, usual }) => [value ?? 0, usual?.p75 ?? 0]);
  const top = roundTop(
    drawnValues.reduce((most, value) => Math.max(most, value), 0),
    false,
  );
  const [from = 0, to = 0] = [points[0]?.live.startedAt, points.at(-1)?.live.startedAt];
  const aside = from === to ? HALF_DAY : 0;
  let marked: number | undefined;
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: [
        {
          data: at(({ value }) => value),
          borderColor: ink,
          borderWidth: 1.5,
          pointRadius: points.length > MANY ? 1.5 : 3,
          pointBorderColor: ink,
          pointBorderWidth: 1.5,
          pointBackgroundColor: settled.map((is) => (is ? ink : ground)),
          pointHoverRadius: 4,
          spanGaps: false,
        },
        {
          ...edge,
          data: at(({ usual }) => usual?.p50),
          borderColor: colour('--ink-3'),
          borderDash: [3, 3],
          borderWidth: 1,
        },
        { ...edge, data: at(({ usual }) => usual?.p25), fill: false },
        {
          ...edge,
          data: at(({ usual }) => usual?.p75),
          fill: '-1',
          backgroundColor: `color-mix(in srgb, ${colour('--band')} 55%, transparent)`,
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
      layout: { padding: { top: 6, right: 24 } },
      scales: {
        x: {
          type: 'linear',
          min: from - aside,
          max: to + aside,
          grid: { display: false },
          border: { color: colour('--line-strong') },
          afterBuildTicks: (scale: Scale) => {
            const most = Math.max(2, Math.floor(scale.width / DATE_WIDTH));
            scale.ticks = look.midnights(most).map((value) => ({ value }));
          },
          ticks: {
            color: colour('--ink-3'),
            font,
            autoSkip: false,
            maxRotation: 0,
            callback: (value) => look.date(unixSeconds(Number(value))),
          },
        },
        y: {
          type: 'linear',
          min: drawnValues.reduce((least, value) => Math.min(least, value), 0),
          max: top,
          grid: { color: colour('--line'), drawTicks: false },
          border: { display: false },
          afterBuildTicks: (scale: Scale) => {
            scale.ticks = ticksTo(top).map((value) => ({ value }));
          },
          ticks: {
            color: colour('--ink-3'),
            font,
            padding: 6,
            callback: (value) => look.show(Number(value)),
          },
        },
      },
    },
    plugins: [pointing(look), marking(() => marked, settled, colour('--ink'), ground)],
  });
  return {
    mark: (place) => {
      if (place === marked) return;
      marked = place;
      chart.draw();
    },
    erase: () => chart.destroy(),
  };
}

/** Nothing, the top, and what lies half way where that is as round as axes write it. */
function ticksTo(top: number): readonly number[] {
  const half = top / 2;
  return Number(half.toPrecision(2)) === half ? [0, half, top] : [0, top];
}

function pointing(look: TrendLook): Plugin {
  let last: number | undefined;
  return {
    id: 'pointing',
    afterEvent: (chart, { event, inChartArea }) => {
      const found =
        event.native === null || !inChartArea || event.type === 'mouseout'
          ? undefined
          : chart
              .getElementsAtEventForMode(
                event.native,
                'nearest',
                { intersect: false, axis: 'x' },
                false,
              )
              .find(({ datasetIndex }) => datasetIndex === 0)?.index;
      if (event.type === 'click' && found !== undefined) look.press(found);
      if (found === last) return;
      last = found;
      look.point(found);
    },
  };
}

/** A line and a larger dot where the LIVE stands that is read out; an open dot stays open. */
function marking(
  marked: () => number | undefined,
  settled: readonly boolean[],
  ink: string,
  ground: string,
): Plugin {
  return {
    id: 'marking',
    afterDatasetsDraw: (chart) => {
      const place = marked();
      const { ctx, chartArea, scales } = chart;
      const point = place === undefined ? undefined : chart.data.datasets[0]?.data[place];
      if (typeof point !== 'object' || point === null || scales.x === undefined) return;
      if (!('x' in point) || typeof point.x !== 'number') return;
      const x = scales.x.getPixelForValue(point.x);
      ctx.save();
      drawUpright(ctx, chartArea, x, ink);
      if ('y' in point && typeof point.y === 'number' && scales.y !== undefined) {
        ctx.beginPath();
        ctx.arc(x, scales.y.getPixelForValue(point.y), 5, 0, 2 * Math.PI);
        const isOpen = place !== undefined && settled[place] === false;
        ctx.fillStyle = isOpen ? ground : ink;
        ctx.strokeStyle = isOpen ? ink : ground;
        ctx.lineWidth = 2;
        ctx.fill();
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
