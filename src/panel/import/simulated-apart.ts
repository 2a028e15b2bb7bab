import type { RoomRecord } from '../../metrics/room-record.ts';
import type { FileAnswer } from './reading.ts';

/** A file as it was read, but for simulated LIVEs where others are known: what was made up isn't laid among what was sold. */
export function simulatedApart(answer: FileAnswer, known: readonly RoomRecord[]): FileAnswer {
  if (!answer.ok || known.every(({ simulated }) => simulated)) return answer;
  const isSimulated = answer.rows.some((row) => 'session' in row && row.session.simulated === true);
  return isSimulated ? { ok: false, problem: { key: 'export_simulated' } } : answer;
}
