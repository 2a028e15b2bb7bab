import type { JSX } from 'preact';
import type { ComparedSide } from '../../diagnosis/two-lives/compared-side.ts';
import type { FigurePair } from '../../diagnosis/two-lives/figure-pair.ts';
import type { TwoLives } from '../../diagnosis/two-lives/two-lives.ts';
import { metric } from '../../metrics/catalogue.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { figureOrDash } from '../figures.ts';
import { differenceText, letterOf, noneStandsOut, rangeOfPair, toneOfPair } from './side-words.ts';

/** Both sides of a comparison. */
export interface Sides {
  readonly first: ComparedSide;
  readonly second: ComparedSide;
}

/** What stands out where it is found: the rest of the figures is folded away. */
const standsOut = ({ reading }: FigurePair): boolean =>
  reading === 'apart' || reading === 'unusual';

/** Every figure of both sides with its difference and what that comes to; what doesn't stand out and totals are folded away. */
export function FiguresSection({
  comparison: { figures, untold },
  ...sides
}: Sides & { comparison: TwoLives }): JSX.Element {
  const { t } = useI18n();
  const told = figures.filter((pair) => metric(pair.metric).comparable);
  const apart = told.filter(standsOut);
  const others = told.filter((pair) => !standsOut(pair));
  const totals = figures.filter((pair) => !metric(pair.metric).comparable);
  const isUsual = [sides.first, sides.second].some(({ kind }) => kind === 'usual');
  return (
    <>
      {apart.length === 0 ? (
        <p>{t(noneStandsOut(told, isUsual))}</p>
      ) : (
        <FiguresTable label={t('two_lives_figures')} pairs={apart} {...sides} hasDifference />
      )}
      {others.length > 0 && (
        <Disclosure summary={t('two_lives_figures_others', countOf(others))}>
          <FiguresTable
            label={t('two_lives_figures_others', countOf(others))}
            pairs={others}
            {...sides}
            hasDifference
          />
        </Disclosure>
      )}
      <p class="quiet small">
        {t(isUsual ? 'two_lives_figures_usual' : 'two_lives_figures_noise')}
      </p>
      {untold.length > 0 && (
        <p class="quiet small">
          {t('two_lives_hosts_untold', {
            figures: { kind: 'text', text: untold.map((id) => t(metric(id).name)).join(', ') },
          })}
        </p>
      )}
      {totals.length > 0 && (
        <Disclosure summary={t('two_lives_totals', countOf(totals))}>
          <p class="quiet small">{t('two_lives_totals_note')}</p>
          <FiguresTable label={t('two_lives_totals', countOf(totals))} pairs={totals} {...sides} />
        </Disclosure>
      )}
    </>
  );
}

const countOf = (pairs: readonly FigurePair[]) =>
  ({ count: { kind: 'count', value: pairs.length } }) as const;

function FiguresTable({
  label,
  pairs,
  first,
  second,
  hasDifference = false,
}: Sides & {
  label: string;
  pairs: readonly FigurePair[];
  hasDifference?: boolean;
}): JSX.Element {
  const { t, locale } = useI18n();
  return (
    <TableScroll label={label}>
      <table
        class="table table-lines two-lives-figures"
        aria-label={label}
        style={{ '--figures': hasDifference ? 3 : 2 }}
      >
        <thead>
          <tr>
            <th scope="col">{t('two_lives_column_figure')}</th>
            <th scope="col">{letterOf.first}</th>
            <th scope="col">{letterOf.second}</th>
            {hasDifference && <th scope="col">{t('two_lives_column_difference')}</th>}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.metric}>
              <th scope="row" class="table-name">
                <span>{t(metric(pair.metric).name)}</span>
              </th>
              <td>{figureOrDash(pair.metric, pair.first, { currency: first.currency, locale })}</td>
              <td>
                {figureOrDash(pair.metric, pair.second, { currency: second.currency, locale })}
              </td>
              {hasDifference && (
                <td>
                  <Difference pair={pair} side={first} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** How far A lies from B, and what that comes to: words beside the colour. */
export function Difference({ pair, side }: { pair: FigurePair; side: ComparedSide }): JSX.Element {
  const words = useI18n();
  const { reading } = pair;
  const text = differenceText(pair, { currency: side.currency, locale: words.locale }, words);
  const range = rangeOfPair(pair, words);
  const told =
    reading === 'untold' || reading === 'total'
      ? undefined
      : words.t(`two_lives_reading_${reading}`);
  const tone = toneOfPair(pair);
  return (
    <span class={`two-lives-difference ${tone === undefined ? '' : `two-lives-${tone}`}`}>
      {text !== undefined && <b>{text}</b>}
      {told !== undefined && (
        <small>
          {told}
          {range !== undefined && <span class="two-lives-range">{range}</span>}
        </small>
      )}
    </span>
  );
}
