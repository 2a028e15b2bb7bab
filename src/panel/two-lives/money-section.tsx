import type { JSX } from 'preact';
import type { FigurePair } from '../../diagnosis/two-lives/figure-pair.ts';
import type { MoneyDifference } from '../../diagnosis/two-lives/money-difference.ts';
import { metric } from '../../metrics/catalogue.ts';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { type FigureStyle, formatAmount, formatFigure, signedAmount } from '../figures.ts';
import { letterOf, rangeOfPair, type SideNames } from './side-words.ts';
import './waterfall.css';
import { type WaterfallBar, waterfallBars, waterfallScale } from './waterfall.ts';

type Told = Extract<MoneyDifference, { readonly state: 'told' }>;

/** The difference in GMV per hour, and the way from B's to A's step by step. */
export function MoneySection({
  money,
  names,
  whole,
}: {
  money: MoneyDifference;
  names: SideNames;
  /** The same difference among the figures, which says what chance leaves open of it. */
  whole: FigurePair | undefined;
}): JSX.Element {
  const { t } = useI18n();
  if (money.state === 'untold') {
    return (
      <Notice>
        {t(
          money.reason === 'currencies' ? 'two_lives_money_currencies' : 'two_lives_money_unknown',
        )}
      </Notice>
    );
  }
  return (
    <>
      <Headline money={money} names={names} whole={whole} />
      <Waterfall money={money} />
      <RestNote money={money} />
      <p class="quiet small">{t('two_lives_money_how')}</p>
    </>
  );
}

function Headline({
  money,
  names,
  whole,
}: {
  money: Told;
  names: SideNames;
  whole: FigurePair | undefined;
}): JSX.Element {
  const words = useI18n();
  const { t, locale } = words;
  const { difference, currency } = money;
  const sides = {
    first: { kind: 'text', text: names.first },
    second: { kind: 'text', text: names.second },
  } as const;
  const isSame = whole?.reading === 'same' || difference === 0;
  const range = whole === undefined ? undefined : rangeOfPair(whole, words);
  const reading =
    whole === undefined || whole.reading === 'total' || whole.reading === 'untold'
      ? undefined
      : whole.reading;
  return (
    <p class="two-lives-headline">
      <b>
        {isSame
          ? t('two_lives_money_same', sides)
          : t(difference > 0 ? 'two_lives_money_more' : 'two_lives_money_less', {
              ...sides,
              amount: {
                kind: 'text',
                text: formatAmount(Math.abs(difference), { currency, locale }),
              },
            })}
      </b>
      {reading !== undefined && reading !== 'same' && (
        <span class="quiet small">
          {t(`two_lives_reading_${reading}`)}
          {range !== undefined && ` · ${range}`}
        </span>
      )}
    </p>
  );
}

function Waterfall({ money }: { money: Told }): JSX.Element {
  const { locale } = useI18n();
  const style = { currency: money.currency, locale };
  // A thousandth of the longer bar is as little as the picture shows.
  const bars = waterfallBars(money, Math.max(Math.abs(money.first), Math.abs(money.second)) / 500);
  const scale = waterfallScale(bars);
  return (
    <ol class="waterfall" style={{ '--zero': scale(0) }}>
      {bars.map((bar) => (
        <WaterfallRow key={bar.id} bar={bar} money={money} scale={scale} style={style} />
      ))}
    </ol>
  );
}

function WaterfallRow({
  bar: { id, from, to },
  money,
  scale,
  style,
}: {
  bar: WaterfallBar;
  money: Told;
  scale: (money: number) => number;
  style: FigureStyle;
}): JSX.Element {
  const { t } = useI18n();
  const isSide = id === 'first' || id === 'second';
  const part = money.parts.find(({ step }) => step === id);
  const look = isSide ? id : part === undefined ? 'rest' : to < from ? 'low' : 'high';
  const name = isSide
    ? t('two_lives_money_side', { letter: { kind: 'text', text: letterOf[id] } })
    : part === undefined
      ? t(`two_lives_rest_${money.rest.reason}`)
      : t(metric(part.metric).name);
  return (
    <li class={isSide ? 'waterfall-side' : undefined}>
      <span class="waterfall-name">
        {name}
        {part !== undefined && (
          <small>
            {t('two_lives_money_from_to', {
              from: { kind: 'text', text: formatFigure(part.metric, part.second, style) },
              to: { kind: 'text', text: formatFigure(part.metric, part.first, style) },
            })}
          </small>
        )}
      </span>
      <span class="waterfall-track" aria-hidden="true">
        <i
          class={`waterfall-bar waterfall-${look}`}
          style={{ '--from': scale(Math.min(from, to)), '--to': scale(Math.max(from, to)) }}
        />
      </span>
      <span class="waterfall-figure">
        {isSide ? formatAmount(to, style) : signedAmount(to - from, style)}
      </span>
    </li>
  );
}

/** What the rest is, where it has a bar to be explained or steps aren't known. */
function RestNote({ money: { rest, unknown } }: { money: Told }): JSX.Element | null {
  const { t } = useI18n();
  switch (rest.reason) {
    case 'rounding':
      return null;
    case 'medians':
      return <p class="quiet small">{t('two_lives_rest_why_medians')}</p>;
    case 'contradicts':
      return <p class="quiet small">{t('two_lives_rest_why_contradicts')}</p>;
    case 'unknown':
      return (
        <p class="quiet small">
          {t('two_lives_rest_why_unknown', {
            steps: { kind: 'text', text: unknown.map((id) => t(metric(id).name)).join(', ') },
          })}
        </p>
      );
  }
}
