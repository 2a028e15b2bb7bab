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

/** Width of each y axis in CSS pixels; fixed, so that the lanes below line up with the chart. */
const AXIS_WIDTH = 46;

export interface TimelineLook {
  readonly names: { readonly viewers: string; readonly gmv: string; readonly orders: string };
  readonly time: (unixSeconds: number) => string;
  readonly money: (amount: number) => string;
  readonly count: (value: number) => string;
}

/** Draws viewers, GMV and orders over the LIVE; answers how to take the chart away again. */
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
          borderWidth: 1.5,
          borderDash: [3, 3],
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
      layout: { padding: { top: 6 } },
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
        gmv: axis('left', colour, (value) => look.money(value)),
        viewers: axis('right', colour, (value) => look.count(value)),
        orders: { display: false, beginAtZero: true },
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
  position: 'left' | 'right',
  colour: (name: string) => string,
  show: (value: number) => string,
) {
  return {
    type: 'linear',
    position,
    beginAtZero: true,
    afterFit: (scale: { width: number }) => {
      scale.width = AXIS_WIDTH;
    },
    grid: { color: colour('--line'), display: position === 'left' },
    border: { display: false },
    ticks: {
      color: colour('--ink-3'),
      font: { size: 10.5 },
      maxTicksLimit: 5,
      precision: 0,
      callback: (value: number | string) => show(Number(value)),
    },
  } as const;
}
