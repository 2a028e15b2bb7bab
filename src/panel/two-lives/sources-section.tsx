import type { JSX } from 'preact';
import type { MixSplit } from '../../diagnosis/course/mix-split.ts';
import type { SourcePair } from '../../diagnosis/two-lives/source-pair.ts';
import { sourceName } from '../../metrics/source-names.ts';
import { formatShare } from '../../platform/format.ts';
import { mixBarsOf } from '../course/mix-bars.ts';
import { MixEffects } from '../course/mix-effects.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { formatAmount, orDash } from '../figures.ts';
import type { Sides } from './figures-section.tsx';
import { letterOf } from './side-words.ts';

const places = ['first', 'second'] as const;

/** Where viewers came from on both sides: each source's share of the views, and its money per hour. */
export function SourcesSection({
  sources,
  ...sides
}: Sides & { sources: readonly SourcePair[] }): JSX.Element {
  const { t, locale } = useI18n();
  if (sources.length === 0) return <p class="quiet">{t('two_lives_sources_empty')}</p>;
  const letters = {
    first: { kind: 'text', text: letterOf.first },
    second: { kind: 'text', text: letterOf.second },
  } as const;
  return (
    <>
      <TableScroll label={t('two_lives_sources')}>
        <table
          class="table table-lines"
          aria-label={t('two_lives_sources')}
          style={{ '--figures': 4 }}
        >
          <thead>
            <tr>
              <th scope="col">{t('performance_column_source')}</th>
              {places.map((place) => (
                <th key={`share ${place}`} scope="col">
                  {t('two_lives_sources_share', { letter: letters[place] })}
                </th>
              ))}
              {places.map((place) => (
                <th key={`money ${place}`} scope="col">
                  {t('two_lives_sources_money', { letter: letters[place] })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map((pair) => {
              const name = sourceName(pair.name);
              return (
                <tr key={pair.name}>
                  <th scope="row" class="table-name">
                    <span>{name === undefined ? pair.name : t(name)}</span>
                  </th>
                  {places.map((place) => {
                    const share = pair[place]?.share;
                    return (
                      <td key={`share ${place}`}>
                        {orDash(share, (value) => formatShare(value, locale))}
                      </td>
                    );
                  })}
                  {places.map((place) => {
                    const made = pair[place]?.gmvPerHour;
                    const { currency } = sides[place];
                    return (
                      <td key={`money ${place}`}>
                        {orDash(made, (value) => formatAmount(value, { currency, locale }))}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      <p class="quiet small">{t('two_lives_sources_note')}</p>
    </>
  );
}

/** The difference in GMV per hour by how often each was shown, which parts people came to, and what they did there. */
export function MixPair({
  title,
  mix,
  currency,
}: {
  title: string;
  mix: MixSplit;
  currency: Sides['first']['currency'];
}): JSX.Element {
  const { locale } = useI18n();
  return (
    <section class="two-mix" aria-label={title}>
      <h4>{title}</h4>
      <MixEffects bars={mixBarsOf(mix)} style={{ currency, locale }} />
    </section>
  );
}
