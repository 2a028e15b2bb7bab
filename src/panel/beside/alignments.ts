import { bestStretch } from '../../diagnosis/replay-cut.ts';
import type { Finding, Stretch } from '../../diagnosis/report.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import { type Cut, cutOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds } from '../../metrics/time.ts';

/**
 * A part of the own LIVE to hold beside a clip: the same time into the LIVE, a stretch in which its
 * diagnosis saw the clip's factor, or the stretch in which the clip's metric stood highest.
 */
export interface Alignment {
  readonly kind: 'minute' | 'seen' | 'best';
  readonly cut: Cut;
}

/** Stretches of a finding that are offered; more would bury the choice. */
const SEEN = 3;

/**
 * What of the own LIVE can be held beside a clip, each as long as the clip, in the order in which
 * they are offered. Without the same minute where the LIVE had ended by then.
 */
export function alignmentsOf(
  session: Session,
  clip: { readonly cut: Cut; readonly metric?: MetricId | undefined },
  finding: Finding | undefined,
): readonly Alignment[] {
  const { room } = session;
  const { cut } = clip;
  const length = cut.to - cut.from;
  const lasts = lengthOf(room);
  const asLong = (stretch: Stretch | undefined): Cut | undefined => {
    const own = stretch === undefined ? undefined : cutOf(room, stretch);
    return own === undefined ? undefined : { from: own.from, to: seconds(own.from + length) };
  };
  const best =
    clip.metric === undefined
      ? undefined
      : asLong(bestStretch(session, clip.metric, seconds(length)));
  return [
    ...(lasts !== undefined && cut.from >= lasts ? [] : [{ kind: 'minute', cut } as const]),
    ...(finding?.stretches ?? []).slice(0, SEEN).flatMap((stretch) => {
      const own = asLong(stretch);
      return own === undefined ? [] : [{ kind: 'seen', cut: own } as const];
    }),
    ...(best === undefined ? [] : [{ kind: 'best', cut: best } as const]),
  ];
}
