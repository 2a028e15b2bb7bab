import { type ReadonlySignal, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { answerName } from '../panel/answer-names.ts';
import { useI18n } from '../panel/design/i18n.ts';
import { Section } from '../panel/design/section.tsx';
import type { Ports } from '../panel/state/ports.ts';
import { browser } from '../platform/browser.ts';
import { HEALTH_KEY, healthIn, type ReaderHealth } from '../platform/reader-health.ts';
import './ledger.css';
import { ProblemSample } from './problem-sample.tsx';
import { useInstant } from './shop-zone.ts';
import { StackedTable } from './stacked-table.tsx';

/** What the worker noted of its readers, and again whenever it notes more. */
export function watchHealth(): ReadonlySignal<ReaderHealth> {
  const health = signal(healthIn(undefined));
  const read = async (): Promise<void> => {
    const stored = await browser.storage.local.get(HEALTH_KEY);
    health.value = healthIn(stored[HEALTH_KEY]);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && HEALTH_KEY in changes) void read();
  });
  void read();
  return health;
}

/** How well each kind of Seller Center's answers is read, which ones nobody reads, and a sample of them. */
export function Readers({
  health,
  ports,
}: {
  health: ReaderHealth;
  ports: Pick<Ports, 'ask' | 'listen'>;
}): JSX.Element {
  const { t, locale } = useI18n();
  const written = useInstant();
  const endpoints = Object.entries(health.endpoints).sort(([one], [other]) =>
    one.localeCompare(other),
  );
  const unread = Object.entries(health.unread).sort(([, one], [, other]) => other - one);
  const listed = (fields: readonly string[]): string =>
    fields.length === 0 ? t('options_readers_none') : fields.join(', ');
  return (
    <Section id="readers" title={t('options_readers')}>
      <p class="quiet small">{t('options_readers_what')}</p>
      {endpoints.length === 0 ? (
        <p class="quiet small">{t('options_readers_nothing')}</p>
      ) : (
        <div class="ledger">
          <StackedTable
            label={t('options_readers')}
            columns={[
              t('options_readers_endpoint'),
              t('options_readers_at'),
              t('options_readers_missing'),
              t('options_readers_new'),
            ]}
            rows={endpoints.map(([endpoint, { at, missing, unknown }]) => ({
              key: endpoint,
              cells: [
                <>
                  {t(answerName(endpoint))}
                  <small class="readers-raw">{endpoint}</small>
                </>,
                written(at),
                listed(missing),
                listed(unknown),
              ],
            }))}
          />
        </div>
      )}
      {health.finalUpTo !== undefined && (
        <p class="readers-final small">
          {t('options_readers_final', {
            day: { kind: 'text', text: formatDay(health.finalUpTo.day, locale) },
            at: {
              kind: 'text',
              text: written(health.finalUpTo.at),
            },
          })}
        </p>
      )}
      {unread.length > 0 && (
        <>
          <p class="small">{t('options_readers_unread')}</p>
          <ul class="unread small">
            {unread.map(([path, times]) => (
              <li key={path}>
                {path}: {times.toLocaleString(locale)}
              </li>
            ))}
          </ul>
        </>
      )}
      <ProblemSample ask={ports.ask} listen={ports.listen} />
    </Section>
  );
}

/** A day of the shop, whatever zone the reader is in. */
function formatDay(day: string, locale: string): string {
  return new Date(`${day}T00:00Z`).toLocaleDateString(locale, {
    timeZone: 'UTC',
    dateStyle: 'medium',
  });
}
