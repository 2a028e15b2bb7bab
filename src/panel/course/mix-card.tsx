import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mix } from '../../diagnosis/course/mix.ts';
import type { ToldOrNot } from '../../diagnosis/told-or-not.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { Select } from '../design/select.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { useApp } from '../state/app.ts';
import { mixBarsOf } from './mix-bars.ts';
import './mix-card.css';
import { MixEffects } from './mix-effects.tsx';
import { MixParts } from './mix-parts.tsx';

/** Whether other people came or the same did less: this LIVE's GMV/h against the usual, by source or by product. */
export function MixCard({ currency }: { currency: CurrencyCode | undefined }): JSX.Element {
  const { t } = useI18n();
  const { mix } = useApp();
  const card = useRef<HTMLElement>(null);
  const [by, setBy] = useState<Mix['by']>('source');
  const known = mix.mix.value;
  // Earlier LIVEs are read once the card comes into view.
  useEffect(() => {
    if (card.current === null) return;
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      mix.read();
    });
    watcher.observe(card.current);
    return () => watcher.disconnect();
  }, [mix]);
  return (
    <section ref={card} class="card mix" aria-labelledby="mix-title">
      <div class="row row-apart">
        <div class="row">
          <h3 id="mix-title">{t('panel_mix')}</h3>
          <Tooltip label={t('panel_mix_how')}>
            <p>{t('panel_mix_what')}</p>
            <p class="quiet">{t('panel_mix_sum')}</p>
          </Tooltip>
        </div>
        <Select
          label={t('panel_mix_by')}
          value={by}
          choices={[
            { value: 'source', name: t('panel_mix_by_source') },
            { value: 'product', name: t('panel_mix_by_product') },
          ]}
          onChoose={(value) => setBy(value === 'product' ? 'product' : 'source')}
        />
      </div>
      {known === 'reading' ? (
        <p class="quiet">{t('panel_mix_reading')}</p>
      ) : known === 'failed' ? (
        <p class="quiet">{t('panel_mix_failed')}</p>
      ) : (
        <Split mix={known[by]} currency={currency} />
      )}
    </section>
  );
}

function Split({
  mix,
  currency,
}: {
  mix: ToldOrNot<Mix>;
  currency: CurrencyCode | undefined;
}): JSX.Element {
  const { write, locale } = useI18n();
  if (mix.state === 'untold') return <p class="quiet">{write(mix.needs)}</p>;
  const style = { currency, locale, detail: mix.value.detail };
  return (
    <>
      <p>
        <RichMessage text={mix.value.text} />
      </p>
      <MixEffects bars={mixBarsOf(mix.value)} style={style} />
      <MixParts mix={mix.value} style={style} />
    </>
  );
}
