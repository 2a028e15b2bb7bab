import type { WorkingCopy } from './working-copy.ts';

/** Why nothing was made, as one sentence for whoever asked. */
export class CannotMake extends Error {}

/** What may stand behind the name on the command line. */
export interface MakeOptions {
  readonly metric?: string | undefined;
  readonly stage?: string | undefined;
  readonly id?: string | undefined;
  readonly field?: string | undefined;
  readonly of?: string | undefined;
  readonly once?: boolean | undefined;
}

/** One thing more of a kind: every file that it touches as it is to stand, and what is left to people. */
export interface Addition {
  readonly files: Readonly<Record<string, string>>;
  readonly byHand: readonly string[];
}

/** A kind of thing that the product can have one more of. */
export interface Kind {
  /** How it is asked for, without the command itself. */
  readonly usage: string;
  readonly says: string;
  /** Works out the files and writes none. Throws CannotMake for a name that is bad or taken. */
  readonly add: (name: string, options: MakeOptions, copy: WorkingCopy) => Addition;
}
