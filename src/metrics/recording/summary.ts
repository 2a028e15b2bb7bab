import type { Text } from '../text.ts';
import type { RecordingMeasures } from './measures.ts';

/** What was measured of a recording on average, in a sentence; what wasn't measured, or can't be told, is said. */
export function measuresSummary({ pictures, sounds }: RecordingMeasures): Text {
  const light = mean(pictures.map((one) => one.light));
  const loudness = mean(sounds.flatMap((one) => one.loudness ?? []));
  const speech = mean(sounds.map((one) => one.speechShare));
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

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
