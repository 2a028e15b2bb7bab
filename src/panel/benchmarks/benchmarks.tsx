import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Report } from '../../diagnosis/report.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import { Button } from '../design/button.tsx';
import { Section } from '../design/section.tsx';
import { Select } from '../design/select.tsx';
import { useWords } from '../design/words.ts';
import { formatFigure } from '../figures.ts';
import { useApp } from '../state/app.ts';
import { categoryOfProduct } from '../state/category.ts';
import './benchmarks.css';
import { BenchmarkCard } from './card.tsx';
import { bestCases, candidates, keyFactors, linesOf, type Wanted } from './cases.ts';

/** Cards shown before the seller asks for more. */
const FIRST = 6;

/** Section 4: the seller's own best LIVEs of the category, found by what they show best. */
export function Benchmarks({ report, session }: { report: Report; session: Session }): JSX.Element {
  const { say } = useWords();
  const app = useApp();
  const [wanted, setWanted] = useState<Wanted>({
    factor: keyFactors[0],
    leastImpressions: 0,
    leastGmv: 0,
  });
  const [all, setAll] = useState(false);
  const settings = app.settings.settings.value;
  const category = app.report.category.value.id;
  const records = candidates(
    app.list.view.value.rooms,
    report.room,
    category,
    (record) => record.category ?? categoryOfProduct(record.id, record.topProduct, settings),
  );
  const cases = bestCases(records, wanted);
  const shown = all ? cases : cases.slice(0, FIRST);
  return (
    <Section id="benchmarks" title={say('benchmarks_title')}>
      <p class="quiet small">{say('benchmarks_own')}</p>
      <Filters records={records} wanted={wanted} report={report} onWant={setWanted} />
      {shown.length === 0 ? (
        <p class="benchmarks-none">
          {say(records.length === 0 ? 'benchmarks_none' : 'benchmarks_none_match')}
        </p>
      ) : (
        <ul class="benchmarks">
          {shown.map((record) => (
            <BenchmarkCard
              key={record.id}
              record={record}
              factor={wanted.factor}
              session={session}
              report={report}
            />
          ))}
        </ul>
      )}
      {cases.length > FIRST && (
        <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? say('benchmarks_fewer')
            : say('benchmarks_more', { count: { kind: 'count', value: cases.length } })}
        </Button>
      )}
    </Section>
  );
}

function Filters({
  records,
  wanted,
  report,
  onWant,
}: {
  records: readonly RoomRecord[];
  wanted: Wanted;
  report: Report;
  onWant: (wanted: Wanted) => void;
}): JSX.Element {
  const { say, locale } = useWords();
  const range = (metric: MetricId) => [
    { value: '0', name: say('benchmarks_any') },
    ...linesOf(records, metric).map((line) => ({
      value: String(line),
      name: say('benchmarks_at_least', {
        figure: {
          kind: 'text',
          text: formatFigure(metric, line, { currency: report.currency, locale }),
        },
      }),
    })),
  ];
  return (
    <div class="benchmarks-filters">
      <Filter label={say('benchmarks_factor')}>
        <Select
          label={say('benchmarks_factor')}
          value={wanted.factor.id}
          choices={keyFactors.map(({ id, name }) => ({ value: id, name: say(name) }))}
          onChoose={(id) =>
            onWant({ ...wanted, factor: keyFactors.find((one) => one.id === id) ?? keyFactors[0] })
          }
        />
      </Filter>
      <Filter label={say('benchmarks_impressions_short')}>
        <Select
          label={say('metric_impressionsPerHour_name')}
          value={String(wanted.leastImpressions)}
          choices={range('impressionsPerHour')}
          onChoose={(line) => onWant({ ...wanted, leastImpressions: Number(line) })}
        />
      </Filter>
      <Filter label={say('benchmarks_gmv_short')}>
        <Select
          label={say('metric_gmvPerHour_name')}
          value={String(wanted.leastGmv)}
          choices={range('gmvPerHour')}
          onChoose={(line) => onWant({ ...wanted, leastGmv: Number(line) })}
        />
      </Filter>
    </div>
  );
}

/** A visible caption over a filter; the select carries the same words for screen readers itself. */
function Filter({ label, children }: { label: string; children: JSX.Element }): JSX.Element {
  return (
    <div class="benchmarks-filter">
      <span class="quiet" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
