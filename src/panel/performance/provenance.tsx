import type { JSX } from 'preact';
import type { Comparison } from '../../diagnosis/report.ts';
import { restsOn } from '../../diagnosis/text/feed-text.ts';
import { type MetricId, metric, metricIds } from '../../metrics/catalogue.ts';
import type { Origin } from '../../metrics/figure.ts';
import { numberOf } from '../../metrics/figure.ts';
import { isOfOpenApi, OPEN_API_PREFIX } from '../../metrics/open-api-origin.ts';
import type { Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { answerName } from '../answer-names.ts';
import { type I18n, useI18n } from '../design/i18n.ts';
import { basisPhrases } from '../diagnosis/basis-names.ts';
import { type FigureStyle, formatFigure } from '../figures.ts';
import { layoutName } from '../layout-names.ts';
import { useApp } from '../state/app.ts';

const hows = {
  observed: 'performance_origin_observed',
  fetched: 'performance_origin_fetched',
  file: 'performance_origin_file',
  feed: 'performance_origin_feed',
  simulated: 'performance_origin_simulated',
} as const satisfies Record<Origin['how'], MessageKey>;

/** What a metric means, how it is made, the counts in this LIVE, and where the figure came from. */
export function Provenance({
  comparison,
  session,
  style,
}: {
  comparison: Comparison;
  session: Session;
  style: FigureStyle;
}): JSX.Element {
  const words = useI18n();
  const feed = useApp().report.report.value?.feed;
  const { metric: id, benchmark, usual } = comparison;
  const { definition, formula } = metric(id);
  const figure = session.figures[id];
  const counts = countsOf(id, session, style, words);
  return (
    <>
      <p>{words.t(definition)}</p>
      {formula !== undefined && <p class="quiet">= {words.t(formula)}</p>}
      {counts !== undefined && <p class="quiet">= {counts}</p>}
      {benchmark !== undefined && (
        <p class="quiet">
          {words.t('performance_benchmark_of', {
            value: { kind: 'text', text: formatFigure(id, benchmark.value, style) },
            basis: { kind: 'message', message: basisPhrases[benchmark.basis] },
          })}
        </p>
      )}
      {benchmark?.basis === 'feed' && feed !== undefined && (
        <p class="quiet">
          {words.write(restsOn(feed))}{' '}
          {benchmark.n !== undefined &&
            words.t('feed_metric_lives', { count: { kind: 'count', value: benchmark.n } })}{' '}
          {feed.simulated && words.t('feed_simulated_all')}
        </p>
      )}
      {usual !== undefined && (
        <p class="quiet">
          {words.t('performance_usual_of', {
            low: { kind: 'text', text: formatFigure(id, usual.p25, style) },
            high: { kind: 'text', text: formatFigure(id, usual.p75, style) },
            count: { kind: 'count', value: usual.n },
          })}
        </p>
      )}
      {figure !== undefined && (
        <p class="quiet">{originText(figure.origin, figure.derivedFrom, session, words)}</p>
      )}
    </>
  );
}

/** A figure's source and time as one line; says when the figure was worked out instead of reported. */
function originText(
  origin: Origin,
  derivedFrom: readonly string[] | undefined,
  session: Session,
  words: I18n,
): string {
  const at = { kind: 'instant', at: origin.at, zone: session.room.zone, style: 'both' } as const;
  const answer = origin.how === 'fetched' || origin.how === 'observed';
  const isExport = origin.how === 'file' && origin.endpoint.startsWith('export/');
  const isOfApi = isOfOpenApi(origin.endpoint);
  const layout = { kind: 'message', message: layoutName(origin.endpoint) } as const;
  const endpoint = { kind: 'text', text: origin.endpoint.slice(OPEN_API_PREFIX.length) } as const;
  const how = isExport
    ? words.t('performance_origin_export', { layout, at })
    : isOfApi
      ? words.t('performance_origin_open_api', { endpoint, at })
      : words.t(hows[origin.how], {
          endpoint: answer
            ? { kind: 'message', message: answerName(origin.endpoint) }
            : { kind: 'text', text: origin.endpoint },
          at,
        });
  if (derivedFrom === undefined) return how;
  const names = derivedFrom.map((from) => {
    const id = metricIds.find((known) => known === from);
    return id === undefined ? from : words.t(metric(id).name);
  });
  return `${words.t('performance_derived', { from: { kind: 'text', text: names.join(', ') } })} ${how}`;
}

/** The counts a rate is made of, as they stand in this LIVE ("247 ÷ 743"). */
function countsOf(
  id: MetricId,
  session: Session,
  style: FigureStyle,
  words: I18n,
): string | undefined {
  const { parts } = metric(id);
  const named = (name: string | undefined): MetricId | undefined =>
    metricIds.find((known) => known === name);
  const above = named(parts?.numerator);
  const below = named(parts?.denominator);
  if (above === undefined || below === undefined) return undefined;
  const numerator = numberOf(session.figures, above);
  const denominator = numberOf(session.figures, below);
  if (numerator === undefined || denominator === undefined) return undefined;
  const full = { ...style, detail: 'full' } as const;
  const per =
    parts?.per === undefined
      ? ''
      : ` × ${words.write({ key: 'performance_number', values: { value: { kind: 'count', value: parts.per } } })}`;
  return `${formatFigure(above, numerator, full)} ÷ ${formatFigure(below, denominator, full)}${per}`;
}
