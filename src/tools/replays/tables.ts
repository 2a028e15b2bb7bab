import { aligned } from '../aligned.ts';
import { defectSigns } from './defect-signs.ts';
import type { DefectFound, ValueRange } from './judge-defects.ts';

/** What was found of each kind of defect, a line each below a head. */
export function foundTable(found: readonly DefectFound[]): string[] {
  return aligned([
    ['', 'found', 'distance', 'false alarms', 'planted', 'clean', 'threshold'],
    ...found.map((one) => [
      one.kind,
      `${one.found} of ${one.planted}`,
      one.distance === null
        ? '–'
        : `${one.distance.toFixed(0)} of ${one.step.toFixed(0)} s${one.isWhole ? '' : ' (some are missing)'}`,
      `${one.falseAlarms} of ${one.clean}`,
      rangeText(one.plantedRange),
      rangeText(one.cleanRange),
      `${defectSigns[one.kind].side} ${defectSigns[one.kind].threshold}`,
    ]),
  ]);
}

function rangeText(range: ValueRange | null): string {
  return range === null ? '–' : range.map((value) => value.toPrecision(3)).join(' to ');
}
