import type { JSX } from 'preact';
import { Disclosure } from '../panel/design/disclosure.tsx';
import { useI18n } from '../panel/design/i18n.ts';
import { Section } from '../panel/design/section.tsx';
import type { LedgerEntry } from '../platform/ledger-entry.ts';
import { type AskedAddress, byAddress } from './asked-addresses.ts';
import './ledger.css';
import { useInstant } from './shop-zone.ts';
import { StackedTable } from './stacked-table.tsx';

/** Every request the extension made, by the address it asked, folded: few read it, and it is long. */
export function Ledger({ entries }: { entries: readonly LedgerEntry[] }): JSX.Element {
  const { t } = useI18n();
  return (
    <Section id="ledger" title={t('options_ledger')}>
      <p class="quiet small">{t('options_ledger_what')}</p>
      {entries.length === 0 ? (
        <p class="quiet small">{t('options_ledger_none')}</p>
      ) : (
        <Disclosure
          class="ledger-all"
          summary={t('options_ledger_all', { count: { kind: 'count', value: entries.length } })}
        >
          <ul class="ledger">
            {byAddress(entries).map((asked) => (
              <li key={`${asked.host}${asked.path}`}>
                <Asked {...asked} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

/** One address, how often it was asked and what came back; its requests unfold. */
function Asked({ host, path, entries }: AskedAddress): JSX.Element {
  const { t } = useI18n();
  const written = useInstant();
  const [newest] = entries;
  const when = written(newest.at);
  const outcomes = [...new Set(entries.map(({ outcome }) => outcome))];
  return (
    <Disclosure
      class="ledger-asked"
      summary={
        <>
          <span class="ledger-address">
            <span class="ledger-host">{host}</span>
            <span>{breakable(path)}</span>
          </span>
          <small>
            {t('options_ledger_asked', {
              count: { kind: 'count', value: entries.length },
              when: { kind: 'text', text: when },
              answers: { kind: 'text', text: outcomes.join(', ') },
            })}
          </small>
        </>
      }
    >
      <StackedTable
        label={`${host}${path}`}
        columns={[
          t('options_ledger_when'),
          t('options_ledger_outcome'),
          t('options_ledger_via'),
          t('panel_room_id'),
        ]}
        rows={entries.map(({ at, outcome, via, room }, place) => ({
          key: `${at} ${place}`,
          cells: [
            written(at),
            outcome,
            t(via === 'tab' ? 'options_ledger_tab' : 'options_ledger_worker'),
            room ?? '–',
          ],
        }))}
      />
    </Disclosure>
  );
}

/** A path that breaks after its slashes and in no word. */
function breakable(path: string): (string | JSX.Element)[] {
  return path
    .split(/(?<=\/)/)
    .flatMap((part, place) => (place === 0 ? [part] : [<wbr key={place} />, part]));
}
