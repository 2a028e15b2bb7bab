import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { BenchmarkCard } from './card.tsx';
import type { BenchmarkCase } from './cases.ts';

/** Cards shown before the seller asks for more. */
const FIRST = 6;

/** LIVEs of one origin, the best of them first. */
export function ClipGroup({
  title,
  note,
  aside,
  cases,
  factor,
  none,
}: {
  title: string;
  note?: string | undefined;
  aside?: ComponentChildren;
  cases: readonly BenchmarkCase[];
  factor: string;
  /** What stands in place of the cards where there are none. */
  none: string;
}): JSX.Element {
  const { t } = useI18n();
  const all = useSignal(false);
  return (
    <div class="benchmarks-group">
      <div class="benchmarks-head">
        <h3>{title}</h3>
        {aside}
        {note !== undefined && <p class="quiet small">{note}</p>}
      </div>
      {cases.length === 0 ? (
        <p class="benchmarks-none">{none}</p>
      ) : (
        <ul class="benchmarks">
          {(all.value ? cases : cases.slice(0, FIRST)).map((one) => (
            <BenchmarkCard key={one.live.room} one={one} factor={factor} />
          ))}
        </ul>
      )}
      {cases.length > FIRST && (
        <Button
          look="link"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value
            ? t('benchmarks_fewer')
            : t('benchmarks_more', { count: { kind: 'count', value: cases.length } })}
        </Button>
      )}
    </div>
  );
}
