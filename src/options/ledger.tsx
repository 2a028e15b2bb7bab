import type { JSX } from 'preact';
import { useI18n } from '../panel/design/i18n.ts';
import { Section } from '../panel/design/section.tsx';
import { TableScroll } from '../panel/design/table-scroll.tsx';
import { formatInstant } from '../platform/format.ts';
import type { LedgerEntry } from '../platform/ledger-entry.ts';

/** Every request the extension made, newest first. */
export function Ledger({ entries }: { entries: readonly LedgerEntry[] }): JSX.Element {
  const { t, locale } = useI18n();
  return (
    <Section id="ledger" title={t('options_ledger')}>
      <p class="quiet small">{t('options_ledger_what')}</p>
      {entries.length === 0 ? (
        <p class="quiet small">{t('options_ledger_none')}</p>
      ) : (
        <div class="ledger">
          <TableScroll label={t('options_ledger')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('options_ledger_when')}</th>
                  <th scope="col">{t('options_ledger_address')}</th>
                  <th scope="col">{t('options_ledger_via')}</th>
                  <th scope="col">{t('options_ledger_outcome')}</th>
                  <th scope="col">{t('panel_room_id')}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry, place) => (
                  <tr key={`${entry.at} ${place}`}>
                    <td>{formatInstant(entry.at, undefined, locale, 'both')}</td>
                    <td>
                      {entry.host}
                      <span class="ledger-path">{entry.path}</span>
                    </td>
                    <td>
                      {t(entry.via === 'tab' ? 'options_ledger_tab' : 'options_ledger_worker')}
                    </td>
                    <td>{entry.outcome}</td>
                    <td>{entry.room ?? '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </div>
      )}
    </Section>
  );
}
