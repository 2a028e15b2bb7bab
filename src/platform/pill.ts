/** What the closed panel's tab at the page's edge says of the LIVE of the page. */
export interface PillWords {
  /** Written on it. */
  readonly text: string;
  /** Its tooltip, and its name for assistive technology. */
  readonly name: string;
  /** Whether the LIVE lies below or above what is usual. */
  readonly tone: 'low' | 'plain' | 'high';
}

/** The same as far as it is known; `due` where it can be worked out from what is kept. */
export type PillSays = PillWords | 'due';
