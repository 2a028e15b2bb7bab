import type { JSX } from 'preact';
import type { FigurePair } from '../../diagnosis/two-lives/figure-pair.ts';
import { metric } from '../../metrics/catalogue.ts';
import { useI18n } from '../design/i18n.ts';
import { figureOrDash } from '../figures.ts';
import type { Sides } from './figures-section.tsx';
import { Difference } from './figures-section.tsx';
import { letterOf } from './side-words.ts';
import './steps-section.css';

/** The five steps as two bars each, the longer of them over the whole width. */
export function StepsSection({
  steps,
  first,
  second,
}: Sides & { steps: readonly FigurePair[] }): JSX.Element {
  const { t } = useI18n();
  return (
    <ol class="two-steps">
      {steps.map((pair) => {
        const isForeign = pair.reading === 'currencies';
        const most = Math.max(pair.first ?? 0, pair.second ?? 0);
        const share = (value: number | undefined): number =>
          value === undefined || isForeign || !(most > 0) ? 0 : Math.max(0, value) / most;
        return (
          <li key={pair.metric}>
            <h4>{t(metric(pair.metric).name)}</h4>
            <Difference pair={pair} side={first} />
            <StepBar place="first" pair={pair} side={first} share={share(pair.first)} />
            <StepBar place="second" pair={pair} side={second} share={share(pair.second)} />
          </li>
        );
      })}
    </ol>
  );
}

function StepBar({
  place,
  pair,
  side,
  share,
}: {
  place: 'first' | 'second';
  pair: FigurePair;
  side: Sides['first'];
  share: number;
}): JSX.Element {
  const { locale } = useI18n();
  return (
    <p class="two-steps-line">
      <span class="two-lives-letter">{letterOf[place]}</span>
      <span class="two-steps-track" aria-hidden="true">
        <i class={`two-steps-bar two-steps-${place}`} style={{ '--share': share }} />
      </span>
      <span class="two-steps-figure">
        {figureOrDash(pair.metric, pair[place], { currency: side.currency, locale })}
      </span>
    </p>
  );
}
