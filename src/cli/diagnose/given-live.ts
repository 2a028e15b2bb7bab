import type { Benchmark } from '../../metrics/benchmark.ts';
import type { Session } from '../../metrics/session.ts';
import type { EarlierLive } from '../../sources/session-file.ts';
import type { TerminalText } from '../text.ts';

/** A LIVE that a file held. */
export interface GivenLive {
  readonly session: Session;
  /** Earlier LIVEs of the account and a benchmark, where the file names them itself. */
  readonly history?: readonly EarlierLive[];
  readonly benchmark?: Benchmark;
}

/** Something that could not be read: in which file, in which row of it (from 1), and why. */
export interface Problem {
  readonly file: string;
  readonly row?: number;
  readonly reason: TerminalText;
}

/** What files gave. */
export interface Given {
  readonly lives: readonly GivenLive[];
  readonly problems: readonly Problem[];
}

export const nothingGiven: Given = { lives: [], problems: [] };

export function givenTogether(parts: readonly Given[]): Given {
  return {
    lives: parts.flatMap(({ lives }) => lives),
    problems: parts.flatMap(({ problems }) => problems),
  };
}
