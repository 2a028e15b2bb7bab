import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  type Plugin,
  PointElement,
  type Scale,
} from 'chart.js';
import type { Seconds, UnixSeconds } from '../../metrics/time.ts';
import { inkOf } from '../design/canvas-ink.ts';
import { crosshair } from './crosshair.ts';
import { broken, roundTimes, roundTop } from './timeline-axes.ts';
import { type Drawn, drawnOf, type TimelineData } from './timeline-data.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

/** Width of the y axes in CSS pixels; fixed, so that the lanes below line up with the chart. */
const AXIS_WIDTH = 64;
const RIGHT_MARGIN = 8;
/** Room from an axis to its words. */
const GAP = 6;
/** What a scale reaches above its axis' upper end, so that the figure there stands clear of the chart above. */
const HEADROOM = 1.3;
/** Room that a time of day takes under the chart. */
const TIME_WIDTH = 60;

export interface TimelineLook {
  /** What is drawn, each in a few words. */
  readonly names: Readonly<Record<Drawn, string>>;
  /** A figure as its axis shows it. */
  readonly show: (of: Drawn, value: number) => string;
  readonly time: (at: UnixSeconds) => string;
  /** How far the clock is ahead of UTC. */
  readonly offset: Seconds;
  /** Told the interval that is pointed at, by its place; undefined once nothing is. */
  readonly point: (place: number | undefined) => void;
}

/** Draws the figures over the LIVE, one below the other on one scale of time; answers how to take the chart away again. */
export function drawTimeline(
  canvas: HTMLCanvasElement,
  data: TimelineData,
  look: TimelineLook,
): () => void {
  const { colour, font } = inkOf(canvas);
  const tops = new Map(
    data.drawn.map((of) => {
      const highest = Math.max(...data.rows.map((row) => row[of] ?? 0));
      return [of, roundTop(highest, of !== 'gmv')] as const;
    }),
  );
  const chart = new Chart(canvas, {
    data: {
      labels: data.rows.map(({ at }) => look.time(at)),
      datasets: data.drawn.map((of) => ({
        ...looks[of],
        label: look.names[of],
        data: drawnOf(data, of).map((value) => value ?? null),
        yAxisID: of,
        borderColor: colour(looks[of].ink),
        backgroundColor: colour(looks[of].ink),
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
      layout: { padding: { right: RIGHT_MARGIN } },
      scales: {
        x: {
          type: 'category',
          grid: { display: false },
          border: { color: colour('--line-strong') },
          ticks: {
            color: colour('--ink-3'),
            font,
            maxRotation: 0,
            autoSkip: false,
            // A category's own word would stand in its middle; see timesOfDay.
            callback: () => '',
          },
        },
        // A stack is built from its foot.
        ...Object.fromEntries(
          data.drawn
            .toReversed()
            .map((of) => [of, axis(looks[of].weight, tops.get(of) ?? 1, colour)]),
        ),
      },
    },
    plugins: [
      axisWords(tops, look, { ...font, name: colour('--ink-2'), figure: colour('--ink-3') }),
      timesOfDay(data, look, { ...font, colour: colour('--ink-3') }),
      crosshair(look.point, colour('--ink-3')),
    ],
  });
  return () => chart.destroy();
}

const line = {
  type: 'line',
  borderWidth: 2,
  pointRadius: 0,
  pointHoverRadius: 0,
} as const;

const looks = {
  gmv: {
    type: 'bar',
    weight: 1.3,
    ink: '--band',
    borderRadius: 2,
    borderWidth: 0,
    categoryPercentage: 1,
    barPercentage: 0.9,
  },
  viewers: { ...line, weight: 1, ink: '--accent', tension: 0.25 },
  orders: { ...line, weight: 1, ink: '--high-fill', stepped: 'middle' },
} as const;

function axis(stackWeight: number, top: number, colour: (name: string) => string) {
  return {
    type: 'linear',
    position: 'left',
    stack: 'course',
    stackWeight,
    min: 0,
    max: top * HEADROOM,
    afterBuildTicks: (scale: Scale) => {
      scale.ticks = [{ value: 0 }, { value: top }];
    },
    afterFit: (scale: { width: number }) => {
      scale.width = AXIS_WIDTH;
    },
    grid: { color: colour('--line'), drawTicks: false },
    border: { display: false },
    ticks: { display: false },
  } as const;
}

/** Height of a line of words, by the size of the letters; of one that others stand clear of. */
const LINE = 1;
const CLEAR_LINE = 1.3;

/** Writes beside each axis what it shows, and the figures at its ends. */
function axisWords(
  tops: ReadonlyMap<Drawn, number>,
  look: TimelineLook,
  ink: { size: number; family: string; name: string; figure: string },
): Plugin {
  return {
    id: 'axis-words',
    afterDraw: ({ ctx, scales }) => {
      ctx.save();
      ctx.textAlign = 'right';
      ctx.textBaseline = 'middle';
      for (const [of, top] of tops) {
        const scale = scales[of];
        if (scale === undefined) continue;
        const [low, high] = [scale.getPixelForValue(0), scale.getPixelForValue(top)];
        const write = (text: string, y: number, colour: string, weight: number): void => {
          ctx.font = `${weight} ${ink.size}px ${ink.family}`;
          ctx.fillStyle = colour;
          ctx.fillText(text, scale.right - GAP, y, AXIS_WIDTH - GAP);
        };
        write(look.show(of, top), high, ink.figure, 400);
        ctx.font = `600 ${ink.size}px ${ink.family}`;
        const name = broken(
          look.names[of],
          (text) => ctx.measureText(text).width,
          AXIS_WIDTH - GAP,
        );
        const foot = low - ink.size / 3;
        // Broken over lines, a name stands on the zero, or in its place where there is no room for both.
        const isBroken = name.length > 1;
        const hasZero = (name.length + 1) * ink.size * CLEAR_LINE <= low - high;
        const end = !isBroken ? (low + high) / 2 : hasZero ? foot - ink.size * LINE : foot;
        for (const [place, text] of name.toReversed().entries()) {
          write(text, end - place * ink.size * LINE, ink.name, 600);
        }
        if (hasZero || !isBroken) write(look.show(of, 0), foot, ink.figure, 400);
      }
      ctx.restore();
    },
  };
}

/** Writes the times of day under the charts, each where it lies: an interval's bar begins at its start. */
function timesOfDay(
  { rows, interval, from, to }: TimelineData,
  look: TimelineLook,
  ink: { size: number; family: string; colour: string },
): Plugin {
  const starts = rows.map(({ at }) => at);
  return {
    id: 'times-of-day',
    afterDraw: ({ ctx, chartArea, scales: { x }, width }) => {
      if (x === undefined) return;
      const most = Math.max(2, Math.floor((width - AXIS_WIDTH) / TIME_WIDTH));
      ctx.save();
      ctx.font = `400 ${ink.size}px ${ink.family}`;
      ctx.fillStyle = ink.colour;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const at of roundTimes(starts, interval, look.offset, most).values()) {
        const text = look.time(at);
        const half = ctx.measureText(text).width / 2;
        const place = chartArea.left + ((at - from) / (to - from)) * chartArea.width;
        ctx.fillText(text, Math.min(place, width - half), (x.top + x.bottom) / 2);
      }
      ctx.restore();
    },
  };
}
