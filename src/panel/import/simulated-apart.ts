import type { ListedRoom } from '../../metrics/room-record.ts';
import type { FileAnswer } from './reading.ts';

/**
 * A file as it was read, but for simulated LIVEs: what was made up isn't laid among what was sold, nor where that comes
 * later. Beside nothing but simulated ones, as of a demo, they may lie.
 */
export function simulatedApart(answer: FileAnswer, known: readonly ListedRoom[]): FileAnswer {
  if (!answer.ok) return answer;
  if (known.length > 0 && known.every(({ simulated }) => simulated)) return answer;
  const isSimulated = answer.rows.some((row) => 'session' in row && row.session.simulated === true);
  return isSimulated ? { ok: false, problem: { key: 'export_simulated' } } : answer;
}
