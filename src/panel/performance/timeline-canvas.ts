import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { TimelineData } from './timeline-data.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** Width of the y axes in CSS pixels; fixed, so that the lanes below line up with the chart. */
const AXIS_WIDTH = 64;
const RIGHT_MARGIN = 8;

export interface TimelineLook {
  readonly names: { readonly viewers: string; readonly gmv: string; readonly orders: string };
  /** The viewers in a word, as the title of their axis. */
  readonly viewersAxis: string;
  readonly time: (unixSeconds: number) => string;
  readonly money: (amount: number) => string;
  readonly count: (value: number) => string;
}

/** Draws GMV, viewers and orders over the LIVE, one below the other; answers how to take the chart away again. */
export function drawTimeline(
  canvas: HTMLCanvasElement,
  data: TimelineData,
  look: TimelineLook,
): () => void {
  const css = getComputedStyle(canvas);
  const colour = (name: string): string => css.getPropertyValue(name).trim();
  const rows = data.rows;
  const chart = new Chart(canvas, {
    data: {
      labels: rows.map(({ at }) => look.time(at)),
      datasets: [
        {
          type: 'line',
          label: look.names.viewers,
          data: rows.map(({ viewers }) => viewers ?? null),
          yAxisID: 'viewers',
          borderColor: colour('--accent'),
          borderWidth: 2,
          pointRadius: 0,
          pointHitRadius: 12,
          tension: 0.25,
        },
        {
          type: 'line',
          label: look.names.orders,
          data: rows.map(({ orders }) => orders ?? null),
          yAxisID: 'orders',
          borderColor: colour('--high-fill'),
          borderWidth: 2,
          stepped: 'middle',
          pointRadius: 0,
          pointHitRadius: 12,
        },
        {
          type: 'bar',
          label: look.names.gmv,
          data: rows.map(({ gmv }) => gmv ?? null),
          yAxisID: 'gmv',
          backgroundColor: colour('--band'),
          borderRadius: 2,
          categoryPercentage: 1,
          barPercentage: 0.8,
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      layout: { padding: { top: 6, right: RIGHT_MARGIN } },
      scales: {
        x: {
          type: 'category',
          grid: { display: false },
          border: { color: colour('--line-strong') },
          ticks: {
            color: colour('--ink-3'),
            font: { size: 10.5 },
            maxRotation: 0,
            autoSkipPadding: 24,
          },
        },
        // One below the other on one scale of time, each with its own axis.
        orders: axis(1, look.names.orders, colour, (value) => look.count(value)),
        viewers: axis(1, look.viewersAxis, colour, (value) => look.count(value)),
        gmv: axis(1.3, look.names.gmv, colour, (value) => look.money(value)),
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) =>
              `${dataset.label ?? ''}: ${dataset.yAxisID === 'gmv' ? look.money(parsed.y ?? 0) : look.count(parsed.y ?? 0)}`,
          },
        },
      },
    },
  });
  return () => chart.destroy();
}

function axis(
  stackWeight: number,
  name: string,
  colour: (name: string) => string,
  show: (value: number) => string,
) {
  return {
    type: 'linear',
    position: 'left',
    stack: 'course',
    stackWeight,
    grace: '12%',
    beginAtZero: true,
    afterFit: (scale: { width: number }) => {
      scale.width = AXIS_WIDTH;
    },
    title: { display: true, text: name, color: colour('--ink-3'), font: { size: 11 }, padding: 0 },
    grid: { color: colour('--line') },
    border: { display: false },
    ticks: {
      color: colour('--ink-3'),
      font: { size: 10.5 },
      maxTicksLimit: 4,
      precision: 0,
      // The end of one axis stands where the next one begins.
      callback: (value: number | string, place: number, all: readonly unknown[]) =>
        place > 0 && place === all.length - 1 && stackWeight === 1 ? '' : show(Number(value)),
    },
  } as const;
}
