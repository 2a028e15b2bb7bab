import type { JSX } from 'preact';
import type { MessageKey } from '../../metrics/text.ts';
import { useI18n } from '../design/i18n.ts';
import { type FigureStyle, signedAmount } from '../figures.ts';
import { EffectBar } from './effect-bar.tsx';
import type { MixBar } from './mix-bars.ts';

const names = {
  volume: 'panel_mix_volume',
  mix: 'panel_mix_mix',
  rates: 'panel_mix_rates',
  rest: 'panel_mix_rest',
} as const satisfies Record<MixBar['id'], MessageKey>;

/** What reach, mix and conversion did to GMV per hour, a bar each. */
export function MixEffects({
  bars,
  style,
}: {
  bars: readonly MixBar[];
  style: FigureStyle;
}): JSX.Element {
  const { t } = useI18n();
  const amounts = bars.map(({ amount }) => amount);
  const [lowest, highest] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  const span = Math.max(highest - lowest, 1e-9);
  const at = (value: number): string => `${(((value - lowest) / span) * 100).toFixed(2)}%`;
  return (
    <ol class="effects">
      {bars.map(({ id, amount }) => (
        <EffectBar
          key={id}
          label={t(names[id])}
          from={at(Math.min(0, amount))}
          to={at(Math.max(0, amount))}
          look={amount < 0 ? 'low' : 'high'}
          figure={signedAmount(amount, style)}
        />
      ))}
    </ol>
  );
}
