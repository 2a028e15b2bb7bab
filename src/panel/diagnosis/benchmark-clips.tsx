import type { JSX } from 'preact';
import type { Finding } from '../../diagnosis/report.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { goTo } from '../shell/section-nav.tsx';
import { useApp } from '../state/app.ts';

/** How many benchmark LIVEs show a factor; nothing while none does, or where the factor needs no help. */
export function useBenchmarkClips({ factor, state }: Finding): number {
  const { streams } = useApp();
  return state === 'gap' ? streams.showing(factor) : 0;
}

/** Leads to the benchmark LIVEs that show a factor; nothing where none does. */
export function ClipsLink({
  finding,
  text = 'streams_view',
}: {
  finding: Finding;
  text?: 'streams_view' | 'verdict_clips';
}): JSX.Element | null {
  const { write } = useI18n();
  const { streams } = useApp();
  const count = useBenchmarkClips(finding);
  if (count === 0) return null;
  return (
    <Button
      look="link"
      onClick={() => {
        streams.want(finding.factor);
        goTo('benchmarks');
      }}
    >
      {write({ key: text, values: { count: { kind: 'count', value: count } } })}
    </Button>
  );
}

/** The same as a line of its own. */
export function BenchmarkClips({ finding }: { finding: Finding }): JSX.Element | null {
  const count = useBenchmarkClips(finding);
  return count === 0 ? null : (
    <p>
      <ClipsLink finding={finding} />
    </p>
  );
}
