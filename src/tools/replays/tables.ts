import { defectSigns } from './defect-signs.ts';
import type { DefectFound, ValueRange } from './judge-defects.ts';

/** Lines of a table, its columns as wide as what stands in them. */
export function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What was found of each kind of defect, a line each below a head. */
export function foundTable(found: readonly DefectFound[]): string[] {
  return tableOf([
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
