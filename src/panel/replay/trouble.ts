import type { Fault } from '../../metrics/fault.ts';

/** What is the matter with a recording. */
type Trouble =
  /** Its address is refused: its time may be up. */
  | { readonly kind: 'run-out' }
  /** The host has no such file. */
  | { readonly kind: 'missing' }
  /** Nothing came from a host; whether it may be read is told by `whyUnreached`. */
  | { readonly kind: 'unreached'; readonly hosts: readonly string[] }
  /** The browser lets the extension read these hosts only with the seller's leave. */
  | { readonly kind: 'not-allowed'; readonly hosts: readonly string[] }
  | { readonly kind: 'offline' }
  /** Locked for another kind of player. */
  | { readonly kind: 'encrypted' }
  /** A piece of it is larger than the browser can hold. */
  | { readonly kind: 'too-large' }
  /** It is over before the part that was asked for begins. */
  | { readonly kind: 'ends-before' }
  /** No more of it came. */
  | { readonly kind: 'stalled' }
  /** The browser can't make pictures of it. */
  | { readonly kind: 'unplayable' };

/** Why a recording can't be played, or not to its end; and why nobody could say where else it is, if that was asked. */
export type PlayTrouble = Trouble & { readonly refusal?: Fault };

const refusals: Readonly<Record<number, PlayTrouble>> = {
  401: { kind: 'run-out' },
  403: { kind: 'run-out' },
  404: { kind: 'missing' },
  410: { kind: 'missing' },
};

/** What an HTTP status says is the matter with an address; undefined where it says nothing of it. */
export const refusalOf = (status: number): PlayTrouble | undefined => refusals[status];

/** Whether the host said itself that there is nothing to be had at the address. */
export const isRefused = ({ kind }: PlayTrouble): boolean =>
  kind === 'run-out' || kind === 'missing';

/** What another address of the same recording may mend. */
export const isOfAddress = (trouble: PlayTrouble): boolean =>
  isRefused(trouble) || trouble.kind === 'unplayable' || trouble.kind === 'stalled';

/** Of the troubles that several players had with a recording, the one that says most. */
export function mostTelling(troubles: readonly PlayTrouble[]): PlayTrouble {
  const telling = troubles.find(({ kind }) => kind !== 'unplayable' && kind !== 'stalled');
  return telling ?? troubles.at(-1) ?? { kind: 'unplayable' };
}
