import type { JSX } from 'preact';
import { stepWords } from '../../diagnosis/text/step-words.ts';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { money } from '../../metrics/money.ts';
import { formatCount, formatMoney, formatPercent, formatRate } from '../../platform/format.ts';
import { Chip } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { filledShare, TARGET_AT } from '../verdict/bar-scale.ts';
import './first-picture.css';

/** Figures of one LIVE that fit each other: the steps multiply to GMV per hour. Rates are shares, money is in dollars. */
const sample = {
  yours: 385,
  usual: 725,
  fix: { worth: 290, low: 190, high: 390 },
  steps: [
    { id: 'impressionsPerHour', yours: 20_800, usual: 22_000, gain: 20 },
    { id: 'tapThroughRate', yours: 0.037, usual: 0.04, gain: 30 },
    { id: 'liveCtr', yours: 0.365, usual: 0.35, gain: undefined },
    { id: 'ctor', yours: 0.04, usual: 0.07, gain: 290 },
    { id: 'aov', yours: 33.6, usual: 33, gain: undefined },
  ],
  first: 'ctor',
} as const;

type SampleStep = (typeof sample.steps)[number];

/** What the first screen of a LIVE looks like, drawn small with figures of a made-up LIVE, and said to be that. */
export function FirstPicture(): JSX.Element {
  const { t, locale } = useI18n();
  const dollars = (value: number, detail: 'units' | 'figure' = 'units') =>
    ({ kind: 'text', text: formatMoney(money(String(value), 'USD'), locale, detail) }) as const;
  const perHour = (value: number): string => t('factor_shared_perHour', { value: dollars(value) });
  const share = formatPercent(Math.round((1 - sample.yours / sample.usual) * 100) / 100, locale);
  const { deed, how, loss } = stepWords[sample.first];
  return (
    <figure class="first-picture">
      <figcaption>{t('panel_first_picture')}</figcaption>
      {/* What it shows is said by the sentence above the buttons. */}
      <div class="card" aria-hidden="true">
        <Chip tone="low" shape="down">
          {t('verdict_below', {
            share: { kind: 'text', text: share },
            reference: versusName('usual'),
          })}
        </Chip>
        <p class="picture-headline">{t(loss)}</p>
        <p>
          <b>{perHour(sample.yours)}</b>{' '}
          {t('verdict_reference', {
            reference: versusName('usual'),
            value: { kind: 'text', text: perHour(sample.usual) },
          })}
        </p>
        <p class="picture-key">
          <span>
            <i />
            {t('verdict_steps', {
              target: { kind: 'message', message: 'report_target_own_p75' },
            })}
          </span>
          <span>{t('verdict_steps_could')}</span>
        </p>
        <ol>{sample.steps.map(stepRow)}</ol>
        <div class="picture-fix">
          <b>
            {t('verdict_fix_first', { deed: { kind: 'message', message: deed } })}
            <span>{t('verdict_money', { money: dollars(sample.fix.worth) })}</span>
          </b>
          <small>
            {t('verdict_interval_alone', {
              low: dollars(sample.fix.low),
              high: dollars(sample.fix.high),
            })}
          </small>
          <p>{t(how)}</p>
        </div>
      </div>
    </figure>
  );

  function stepRow(step: SampleStep): JSX.Element {
    const isFirst = step.id === sample.first;
    return (
      <li key={step.id} class={isFirst ? 'picture-first' : undefined}>
        <span>{t(stepWords[step.id].word)}</span>
        <b>{figure(step)}</b>
        <span class="picture-bar">
          <i style={{ '--share': filledShare(step.yours, step.usual).toFixed(3) }} />
          <u style={{ '--at': TARGET_AT }} />
        </span>
        <span class="picture-gain">
          {step.gain === undefined
            ? t('verdict_step_reached')
            : t('verdict_step_could', { money: dollars(step.gain) })}
        </span>
      </li>
    );
  }

  function figure({ id, yours }: SampleStep): string {
    if (id === 'aov') return dollars(yours, 'figure').text;
    return id === 'impressionsPerHour' ? formatCount(yours, locale) : formatRate(yours, locale);
  }
}
