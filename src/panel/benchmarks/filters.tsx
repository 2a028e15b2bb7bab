import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { factors } from '../../diagnosis/factors/index.ts';
import { keyFactors } from '../../diagnosis/key-factors.ts';
import { metric } from '../../metrics/catalogue.ts';
import { categoryName } from '../../metrics/feed/categories.ts';
import { factorName } from '../board/names.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { Select } from '../design/select.tsx';
import { formatFigure } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { CategoryDialog } from '../versus/category-dialog.tsx';
import { ANY_FACTOR, metricOf } from './any-factor.ts';
import { type BenchmarkCase, type CaseRange, origins, stepsOfCase } from './cases.ts';

const originNames = {
  both: 'streams_origin_both',
  feed: 'streams_origin_feed',
  own: 'streams_origin_own',
} as const;

/** By what LIVEs to learn from are found: key factor, impressions and GMV per hour, whose they are, and the category. */
export function ClipFilters({ cases }: { cases: readonly BenchmarkCase[] }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { wanted } = useApp().streams;
  const { factor, impressions, gmv, origin } = wanted.value;
  // Afterwards it is the seller's to fold.
  const [begins] = useState(
    [impressions.least, impressions.most, gmv.least, gmv.most].some((line) => line !== undefined) ||
      origin !== 'both',
  );
  return (
    <div class="benchmarks-filters">
      <Filter label={t('benchmarks_factor')}>
        <Select
          label={t('benchmarks_factor')}
          value={factor}
          choices={factorsOf(cases, factor).map((id) => ({
            value: id,
            name: id === ANY_FACTOR ? t('streams_factor_any') : nameWithMetric(id),
          }))}
          onChoose={(id) => {
            wanted.value = { ...wanted.value, factor: id };
          }}
        />
      </Filter>
      <CategoryFilter />
      <Disclosure class="benchmarks-further" summary={t('streams_more_filters')} open={begins}>
        <div class="benchmarks-filters">
          <RangeFilter
            label={t('benchmarks_impressions_short')}
            metric="impressionsPerHour"
            cases={cases}
            range={impressions}
            onWant={(range) => {
              wanted.value = { ...wanted.value, impressions: range };
            }}
          />
          <RangeFilter
            label={t('benchmarks_gmv_short')}
            metric="gmvPerHour"
            cases={cases}
            range={gmv}
            onWant={(range) => {
              wanted.value = { ...wanted.value, gmv: range };
            }}
          />
          <Filter label={t('streams_origin')}>
            <Select
              label={t('streams_origin')}
              value={origin}
              choices={origins.map((value) => ({ value, name: t(originNames[value]) }))}
              onChoose={(value) => {
                const chosen = origins.find((one) => one === value) ?? 'both';
                wanted.value = { ...wanted.value, origin: chosen };
              }}
            />
          </Filter>
        </div>
      </Disclosure>
    </div>
  );

  function nameWithMetric(id: string): string {
    const name = factorName(id, words);
    const shown = metricOf(id);
    const measure = shown === undefined ? name : t(metric(shown).name);
    return measure === name
      ? name
      : t('streams_factor_metric', {
          factor: { kind: 'text', text: name },
          metric: { kind: 'text', text: measure },
        });
  }
}

/** Any factor, the key factors, those that only feeds' clips show, and the one that is chosen. */
function factorsOf(cases: readonly BenchmarkCase[], chosen: string): readonly string[] {
  const shown = cases.flatMap(({ live }) => live.clips.map(({ factor }) => factor));
  const known = factors.map(({ id }) => id).filter((id) => id === chosen || shown.includes(id));
  const key = keyFactors.map(({ id }) => id);
  return [...new Set([ANY_FACTOR, ...key, ...known, ...shown, chosen])];
}

function RangeFilter({
  label,
  metric: id,
  cases,
  range: { least, most },
  onWant,
}: {
  label: string;
  metric: 'impressionsPerHour' | 'gmvPerHour';
  cases: readonly BenchmarkCase[];
  range: CaseRange;
  onWant: (range: CaseRange) => void;
}): JSX.Element {
  const { t, locale } = useI18n();
  const { streams } = useApp();
  const { currency } = streams.mine.value;
  const steps = stepsOfCase(cases, id, currency);
  const name = (value: number): string => formatFigure(id, value, { currency, locale });
  const lines = [...new Set([...steps, ...[least, most].filter((line) => line !== undefined)])];
  const choices = (disabled: (line: number) => boolean) => [
    { value: '', name: t('benchmarks_any') },
    ...lines
      .toSorted((one, other) => one - other)
      .map((line) => ({ value: String(line), name: name(line), disabled: disabled(line) })),
  ];
  const chosen = (value: string): number | undefined => (value === '' ? undefined : Number(value));
  const metricName = { kind: 'text', text: label } as const;
  return (
    <Filter label={label}>
      <span class="benchmarks-range">
        <Select
          label={t('streams_at_least', { metric: metricName })}
          value={String(least ?? '')}
          choices={choices((line) => most !== undefined && line >= most)}
          onChoose={(value) => onWant({ least: chosen(value), most })}
        />
        <span aria-hidden="true">{t('streams_to')}</span>
        <Select
          label={t('streams_at_most', { metric: metricName })}
          value={String(most ?? '')}
          choices={choices((line) => least !== undefined && line <= least)}
          onChoose={(value) => onWant({ least, most: chosen(value) })}
        />
      </span>
    </Filter>
  );
}

/** The category that LIVEs are of, and the way to change it. */
function CategoryFilter(): JSX.Element {
  const { t } = useI18n();
  const { report } = useApp();
  const naming = useSignal(false);
  const { id } = report.category.value;
  const name = (id === undefined ? undefined : categoryName(id)) ?? 'panel_category_name_it';
  return (
    <Filter label={t('panel_category')}>
      <button
        type="button"
        class="benchmarks-category"
        aria-haspopup="dialog"
        aria-label={t('streams_category', {
          category: { kind: 'message', message: name },
        })}
        onClick={() => {
          naming.value = true;
        }}
      >
        <span class="clip-text">{t(name)}</span>
        <Icon name="chevron" size={12} />
      </button>
      {naming.value && (
        <CategoryDialog
          onClose={() => {
            naming.value = false;
          }}
        />
      )}
    </Filter>
  );
}

/** A visible caption over a filter; the controls carry the same words for screen readers themselves. */
function Filter({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="benchmarks-filter">
      <span class="quiet" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
