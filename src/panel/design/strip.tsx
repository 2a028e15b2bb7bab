import type { JSX } from 'preact';
import { type StripValues, stripScale } from './strip-scale.ts';
import './strip.css';
import { useI18n } from './i18n.ts';

const share = (value: number): string => `${(value * 100).toFixed(2)}%`;

/**
 * Where one figure stands: dot for this LIVE, band for the usual range, tick for the benchmark.
 * `label` says the same in words. Draws an empty track of the same height when nothing is known.
 */
export function Strip({ label, ...values }: StripValues & { label: string }): JSX.Element {
  const scale = stripScale(values);
  const { yours, benchmark, usual } = values;
  return (
    <div class="strip" role="img" aria-label={label}>
      <i class="strip-track" />
      {scale !== undefined && usual !== undefined && (
        <i
          class="strip-usual"
          style={{ '--from': share(scale(usual.low)), '--to': share(scale(usual.high)) }}
        />
      )}
      {scale !== undefined && benchmark !== undefined && (
        <i class="strip-benchmark" style={{ '--at': share(scale(benchmark)) }} />
      )}
      {scale !== undefined && yours !== undefined && (
        <i class="strip-yours" style={{ '--at': share(scale(yours)) }} />
      )}
    </div>
  );
}

/** What the marks of a strip mean; once a section. */
export function StripKey({ usual = true }: { usual?: boolean }): JSX.Element {
  const { t } = useI18n();
  return (
    <ul class="strip-key">
      <li>
        <i class="key-yours" />
        {t('panel_key_yours')}
      </li>
      {usual && (
        <li>
          <i class="key-usual" />
          {t('panel_key_usual')}
        </li>
      )}
      <li>
        <i class="key-benchmark" />
        {t('panel_key_benchmark')}
      </li>
    </ul>
  );
}
