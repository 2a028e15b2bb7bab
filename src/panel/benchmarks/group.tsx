import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import { BenchmarkCard } from './card.tsx';
import { type BenchmarkCase, canBePlayed } from './cases.ts';
import { FiguresOnly } from './figures-only.tsx';
import { GroupCount } from './group-count.tsx';

/** Cards, and lines below them, shown before the seller asks for more. */
const FIRST = 6;
const FIRST_LINES = 3;

/** LIVEs of one origin, the best of them first: those that can be watched as cards, the others as lines. */
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
  const { now } = useApp();
  const all = useSignal(false);
  const films = cases.filter((one) => canBePlayed(one, factor, now.value));
  const lines = cases.filter((one) => !films.includes(one));
  return (
    <div class="benchmarks-group">
      <div class="benchmarks-head">
        <h3>{title}</h3>
        {aside}
        <GroupCount of={cases} />
        {note !== undefined && <p class="quiet small">{note}</p>}
      </div>
      {cases.length === 0 && <p class="benchmarks-none">{none}</p>}
      {films.length > 0 && (
        <ul class="benchmarks">
          {(all.value ? films : films.slice(0, FIRST)).map((one) => (
            <BenchmarkCard key={one.live.room} one={one} factor={factor} />
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <FiguresOnly cases={lines} shown={all.value ? lines.length : FIRST_LINES} factor={factor} />
      )}
      {(films.length > FIRST || lines.length > FIRST_LINES) && (
        <Button
          look="link"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value;
          }}
        >
          {all.value ? t('benchmarks_fewer') : moreText()}
        </Button>
      )}
    </div>
  );

  /** All of the group, which stand in two lists where there are both. */
  function moreText(): string {
    const count = (value: number) => ({ kind: 'count', value }) as const;
    const all = { count: count(cases.length) };
    return films.length === 0 || lines.length === 0
      ? t('benchmarks_more', all)
      : t('benchmarks_more_both', {
          ...all,
          films: count(films.length),
          lines: count(lines.length),
        });
  }
}
