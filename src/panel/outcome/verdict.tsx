import type { JSX } from 'preact';
import type { Verdict } from '../../diagnosis/outcome/types.ts';
import { Chip, type Shape, type Tone } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';

const looks = {
  better: { tone: 'high', shape: 'up', word: 'outcome_better' },
  'no-evidence': { tone: 'plain', shape: undefined, word: 'outcome_no_evidence' },
  worse: { tone: 'low', shape: 'down', word: 'outcome_worse' },
} as const satisfies Record<Verdict, { tone: Tone; shape: Shape | undefined; word: string }>;

/** A verdict as word, shape and colour; the word alone carries it. */
export function VerdictMark({ verdict }: { verdict: Verdict }): JSX.Element {
  const { t } = useI18n();
  const { tone, shape, word } = looks[verdict];
  return (
    <Chip tone={tone} shape={shape}>
      {t(word)}
    </Chip>
  );
}
