import type { Fault } from '../../metrics/fault.ts';
import type { Cut } from '../../metrics/live/recording.ts';
import { measuredLength } from '../../metrics/recording/measured-length.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { unsettledIn } from '../../metrics/recording/settled.ts';
import type { MessageKey } from '../../metrics/text.ts';

/** What is kept of the LIVE that is looked at. */
export interface KeptMeasures {
  /** False until it was read. */
  readonly known: boolean;
  readonly measures?: RecordingMeasures;
  readonly fault?: Fault;
}

/**
 * Whether parts of a recording can be added to what was measured of it: not to what was measured of a file, whose
 * seconds may be others, nor to what is complete.
 */
export const takesParts = (measures: RecordingMeasures | undefined): boolean =>
  measures === undefined || (measures.source === 'replay' && !measures.complete);

/**
 * How measuring a recording, or a part of it, at its address is offered; undefined where it isn't: nothing is begun
 * while what is kept isn't known, and of a part nothing is tried twice.
 */
export function measureDeed(
  { known, measures, fault }: KeptMeasures,
  part: Cut | undefined,
): MessageKey | undefined {
  if (!known || fault !== undefined) return undefined;
  if (measures === undefined) return 'measure_begin';
  if (part === undefined) return measures.complete ? 'measure_again' : 'measure_go_on';
  if (!takesParts(measures) || unsettledIn(measures, part).length === 0) return undefined;
  return measuredLength(measures, part) === 0 ? 'measure_begin' : 'measure_go_on';
}

/** Why nothing is told of a part and nothing can be done about it. */
export const untoldPart = (measures: RecordingMeasures): MessageKey =>
  measures.source === 'file' && !measures.complete ? 'measure_part_file' : 'measure_part_none';
