import { metricIds } from '../metrics/catalogue.ts';
import type { Figure, Figures } from '../metrics/figure.ts';

/** Whether two sets of figures say the same; when and by whom they were answered doesn't count. */
export function sameFigures(one: Figures, other: Figures): boolean {
  return metricIds.every((id) => said(one[id]) === said(other[id]));
}

function said(figure: Figure | undefined): string | undefined {
  if (figure === undefined) return undefined;
  return 'money' in figure
    ? `${figure.money.amount} ${figure.money.currency}`
    : String(figure.value);
}
