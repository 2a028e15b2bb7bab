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

/** Leads to the benchmark LIVEs that show a factor. */
export function BenchmarkClips({ finding }: { finding: Finding }): JSX.Element | null {
  const { t } = useI18n();
  const { streams } = useApp();
  const count = useBenchmarkClips(finding);
  if (count === 0) return null;
  return (
    <p>
      <Button
        look="link"
        onClick={() => {
          streams.want(finding.factor);
          goTo('benchmarks');
        }}
      >
        {t('streams_view', { count: { kind: 'count', value: count } })}
      </Button>
    </p>
  );
}
