import type { Plugin } from 'chart.js';

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
      const middle = x.getPixelForValue(at);
      ctx.save();
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(middle, chartArea.top);
      ctx.lineTo(middle, chartArea.bottom);
      ctx.stroke();
      ctx.restore();
    },
  };
}
