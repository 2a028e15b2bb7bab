import type { Plugin } from 'chart.js';
import { drawUpright } from '../design/canvas-ink.ts';

/** A line through all charts where one points, and what is told of it. */
export function crosshair(point: (place: number | undefined) => void, colour: string): Plugin {
  let at: number | undefined;
  return {
    id: 'crosshair',
    afterEvent: (chart, args) => {
      const { event, inChartArea } = args;
      const found =
        event.native === null || !inChartArea || event.type === 'mouseout'
          ? undefined
          : chart.getElementsAtEventForMode(event.native, 'index', { intersect: false }, false)[0]
              ?.index;
      if (found === at) return;
      at = found;
      args.changed = true;
      point(found);
    },
    afterDatasetsDraw: ({ ctx, chartArea, scales: { x } }) => {
      if (at === undefined || x === undefined) return;
      ctx.save();
      drawUpright(ctx, chartArea, x.getPixelForValue(at), colour);
      ctx.restore();
    },
  };
}
