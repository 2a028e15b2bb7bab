import type { Cut } from '../live/recording.ts';
import type { Text } from '../text.ts';
import { seconds } from '../time.ts';
import type { RecordingMeasures } from './measures.ts';
import { measuresIn } from './measures-in.ts';

/** What was measured of a recording, or of a part of it, on average, in a sentence; what wasn't measured, or can't be told, is said. */
export function measuresSummary(
  measures: RecordingMeasures,
  part: Cut = { from: seconds(0), to: measures.length },
): Text {
  const { light, loudness, speech } = measuresIn(measures, part);
  const decimal = (value: number, digits = 0) => ({ kind: 'decimal', value, digits }) as const;
  const heard = speech !== undefined && {
    loudness:
      loudness === undefined
        ? ({ kind: 'message', message: 'measure_silent', isPlain: true } as const)
        : ({
            kind: 'phrase',
            phrase: { key: 'measure_loudness', values: { loudness: decimal(loudness) } },
          } as const),
    speech: { kind: 'percent', value: Math.round(speech * 100) / 100 } as const,
  };
  if (light !== undefined && heard) {
    return { key: 'measure_summary', values: { light: decimal(light), ...heard } };
  }
  if (light !== undefined) {
    return { key: 'measure_summary_pictures', values: { light: decimal(light) } };
  }
  return heard ? { key: 'measure_summary_sound', values: heard } : { key: 'measure_summary_none' };
}
