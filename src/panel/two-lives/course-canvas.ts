import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import { inkOf } from '../design/canvas-ink.ts';
import { crosshair } from '../performance/crosshair.ts';
import { roundTop } from '../performance/timeline-axes.ts';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement);

/** Width of the axis in CSS pixels, so that pictures below each other line up. */
const AXIS_WIDTH = 56;

/** Room that a time takes under the picture. */
const LABEL_WIDTH = 64;

/** Minutes between two times that are written under a picture. */
const ROUND_ELAPSED = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720];

export interface CourseLook {
  /** Length of a step, in seconds. */
  readonly step: number;
  /** When each step begins, in words. */
  readonly times: readonly string[];
  /** A figure as the axis shows it. */
  readonly show: (value: number) => string;
  /** Whether the figure is counted in whole numbers. */
  readonly isCount: boolean;
  /** Told the step that is pointed at, by its place; undefined once nothing is. */
  readonly point: (place: number | undefined) => void;
}

type Line = readonly (number | undefined)[];

/** Draws two lines over the time since the start, with gaps where nothing is known; answers how to take them away again. */
export function drawCourse(
  canvas: HTMLCanvasElement,
  lines: { readonly first: Line; readonly second: Line },
  look: CourseLook,
): () => void {
  const { colour, font } = inkOf(canvas);
  const top = roundTop(
    Math.max(0, ...[...lines.first, ...lines.second].map((value) => value ?? 0)),
    look.isCount,
  );
  const line = (values: Line, ink: string, dash: number[]) => ({
    data: values.map((value) => value ?? null),
    borderColor: colour(ink),
    backgroundColor: colour(ink),
    borderDash: dash,
    borderWidth: 2,
    // A value between two gaps has no line to be seen by.
    pointRadius: values.map((_, at) => (isAlone(values, at) ? 2 : 0)),
    pointHoverRadius: 0,
    spanGaps: false,
  });
  const most = Math.max(2, Math.floor((canvas.clientWidth - AXIS_WIDTH) / LABEL_WIDTH));
  const length = look.step * look.times.length;
  const apart =
    MINUTE_SECONDS *
    (ROUND_ELAPSED.find((minutes) => length / (minutes * MINUTE_SECONDS) <= most) ?? 720);
  // Written at the step in which a round time lies, and at none twice.
  const isRound = (at: number): boolean => (at * look.step) % apart < look.step;
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      labels: [...look.times],
      datasets: [line(lines.first, '--accent', []), line(lines.second, '--ink-2', [5, 3])],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
      layout: { padding: { right: 8, top: 6 } },
      scales: {
        x: {
          grid: { display: false },
          border: { color: colour('--line-strong') },
          ticks: {
            color: colour('--ink-3'),
            font,
            maxRotation: 0,
            autoSkip: false,
            callback: (_, at) => (isRound(at) ? look.times[at] : ''),
          },
        },
        y: {
          min: 0,
          max: top,
          afterBuildTicks: (scale) => {
            scale.ticks = [{ value: 0 }, { value: top / 2 }, { value: top }];
          },
          afterFit: (scale) => {
            scale.width = AXIS_WIDTH;
          },
          grid: { color: colour('--line'), drawTicks: false },
          border: { display: false },
          ticks: {
            color: colour('--ink-3'),
            font,
            callback: (value) => (value === 0 || value === top ? look.show(Number(value)) : ''),
          },
        },
      },
    },
    plugins: [crosshair(look.point, colour('--ink-3'))],
  });
  return () => {
    look.point(undefined);
    chart.destroy();
  };
}

const isAlone = (values: Line, at: number): boolean =>
  values[at] !== undefined && values[at - 1] === undefined && values[at + 1] === undefined;
