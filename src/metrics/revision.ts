import type { Figures } from './figure.ts';
import type { RoomId } from './ids.ts';
import type { UnixMs } from './time.ts';

/** The figures of a room as they stood at one time; appended, never changed. */
export interface Revision {
  readonly room: RoomId;
  readonly number: number;
  readonly at: UnixMs;
  readonly figures: Figures;
}
