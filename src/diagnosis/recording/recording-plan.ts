import type { Span } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { MessageKey, TextValue } from '../../metrics/text.ts';
import type { MeasureAsked } from './samples.ts';
import type { LineSide } from './stand-out-line.ts';

/** A side on which a measure stands out, and what is said of it. */
export interface JudgedSide extends LineSide {
  /** Takes {total}. */
  readonly brief: MessageKey;
  /** Takes {total}, {read}, {from}, {to} and {against}. */
  readonly seen: MessageKey;
  /** Takes {from} and {to}. */
  readonly advice: MessageKey;
}

/** How a factor that is one measure of a recording is judged. */
export interface RecordingPlan {
  readonly measured: MeasureAsked;
  /** What is measured, and a figure of it. */
  readonly name: MessageKey;
  readonly show: (value: number) => TextValue;
  readonly sides: readonly [JudgedSide, ...JudgedSide[]];
  /** Seconds that a stretch must last. */
  readonly least: number;
  /**
   * What own LIVEs tell: at which `level` a measure stands out; or, where that is the same for everyone, for which
   * `share` of their time it usually does.
   */
  readonly ownBy: 'level' | 'share' | 'nothing';
  /** What is missing where there are measures and none of them tells. */
  readonly needs: MessageKey;
  /** Judged by the medians of windows, where single measures vary by what is said. */
  readonly windows?: { readonly length: number; readonly fewest: number };
  /** The spans that alone are looked at, and what is missing where they aren't known. */
  readonly among?: {
    readonly spans: (session: Session) => readonly Span[] | undefined;
    readonly needs: MessageKey;
    /** Said where there are such spans, all shorter than what one measure stands for. */
    readonly needsLonger: MessageKey;
  };
}
