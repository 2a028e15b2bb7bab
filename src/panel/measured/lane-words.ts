import { type Span, spanLength } from '../../metrics/live/length.ts';
import type { MessageKey, Text } from '../../metrics/text.ts';
import { formatDecimal, formatPercent } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import type { TimeOfDay } from '../performance/time-of-day.ts';
import type { MeasuredLane, MeasuredOver } from '../state/measured-course.ts';

/** What each lane is called. */
export const laneNames = {
  light: 'measured_light',
  loudness: 'recording_loudness',
  speech: 'recording_speech',
} as const satisfies Record<MeasuredOver, MessageKey>;

/** A lane in sentences: what is typical and least, where it stands out, where it is silent, and where nothing was measured. */
export function laneWords(lane: MeasuredLane, time: TimeOfDay, { t, locale }: I18n): string {
  const { of, samples, middle, stretches, silences, gaps } = lane;
  const text = (shown: string) => ({ kind: 'text', text: shown }) as const;
  const shown = (value: number): string =>
    of === 'speech' ? formatPercent(value, locale) : formatDecimal(value, 0, locale);
  const what = { kind: 'message', message: laneNames[of] } as const;
  const least = leastOf(samples);
  const found = stretches.map((one) =>
    t('measured_stretch', { from: text(time(one.from)), to: text(time(one.to)) }),
  );
  /** How much of the LIVE some spans are, and the longest of them. */
  const inAll = (spans: readonly Span[]): Text['values'] => {
    const longest = spans.reduce((a, b) => (spanLength(b) > spanLength(a) ? b : a));
    return {
      total: { kind: 'duration', seconds: spans.reduce((sum, one) => sum + spanLength(one), 0) },
      from: text(time(longest.from)),
      to: text(time(longest.to)),
    };
  };
  return [
    least === undefined || middle === undefined
      ? t('measured_lane_silent', { what })
      : t('measured_lane', {
          what,
          middle: text(shown(middle)),
          lowest: text(shown(least.value)),
          at: text(time(least.from)),
        }),
    ...(found.length === 0 ? [] : [t('measured_found', { stretches: text(found.join(', ')) })]),
    ...(silences.length === 0 ? [] : [t('measured_silent', inAll(silences))]),
    ...(gaps.length === 0 ? [] : [t('measured_gaps', inAll(gaps))]),
  ].join(' ');
}

const leastOf = (samples: MeasuredLane['samples']) =>
  samples.length === 0 ? undefined : samples.reduce((a, b) => (b.value < a.value ? b : a));
