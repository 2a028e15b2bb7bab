import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import type { BenchmarkCase } from './cases.ts';

/** How many LIVEs a group holds, beside its heading: all groups together are what the filters found. */
export function GroupCount({ of }: { of: readonly BenchmarkCase[] }): JSX.Element | null {
  const { t } = useI18n();
  if (of.length === 0) return null;
  return (
    <span class="quiet small group-count">
      {t('streams_group_count', { count: { kind: 'count', value: of.length } })}
    </span>
  );
}
