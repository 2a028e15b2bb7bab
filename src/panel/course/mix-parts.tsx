import type { JSX } from 'preact';
import type { Mix } from '../../diagnosis/course/mix.ts';
import { sourceName } from '../../metrics/source-names.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { type FigureStyle, formatAmount, signedAmount } from '../figures.ts';
import { mixRowsOf } from './mix-bars.ts';

/** What each source or product adds to the difference, folded away; widest difference first. */
export function MixParts({ mix, style }: { mix: Mix; style: FigureStyle }): JSX.Element {
  const { t } = useI18n();
  const nameOf = (part: string): string => {
    const source = mix.by === 'source' ? sourceName(part) : undefined;
    return source === undefined ? (mix.names[part] ?? part) : t(source);
  };
  return (
    <Disclosure summary={t('panel_mix_parts')}>
      <TableScroll label={t('panel_mix_parts')}>
        <table
          class="table table-lines"
          aria-label={t('panel_mix_parts')}
          style={{ '--figures': 5 }}
        >
          <thead>
            <tr>
              <th scope="col">{t('panel_mix_part')}</th>
              <th scope="col">{t('panel_mix_usual_short')}</th>
              <th scope="col">{t('panel_mix_yours')}</th>
              <th scope="col">{t('panel_mix_volume')}</th>
              <th scope="col">{t('panel_mix_mix')}</th>
              <th scope="col">{t('panel_mix_rates')}</th>
            </tr>
          </thead>
          <tbody>
            {mixRowsOf(mix).map(({ name, usual, yours, volume, mix: moved, rates }) => (
              <tr key={name}>
                <th scope="row" class="table-name">
                  <span>{nameOf(name)}</span>
                </th>
                <td>{formatAmount(usual, style)}</td>
                <td>{formatAmount(yours, style)}</td>
                <td>{signedAmount(volume, style)}</td>
                <td>{signedAmount(moved, style)}</td>
                <td>{signedAmount(rates, style)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Disclosure>
  );
}
