import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { LeftOut } from '../../metrics/live/own.ts';
import { creatorName } from '../creator-name.ts';
import { useI18n } from '../design/i18n.ts';
import { datedName } from '../live-name.ts';
import { useApp } from '../state/app.ts';
import type { ListedLive } from './listed-lives.ts';

/** One LIVE: whether it counts, whose it is, and why it is left out. */
export function OwnLiveRow({ listed: { live, reason } }: { listed: ListedLive }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { own, settings } = useApp();
  const id = useId();
  // Money in two currencies doesn't compare, nor does what was made up, whatever the seller says.
  const fixed =
    reason === 'other-currency' || reason === 'unknown-currency' || reason === 'simulated';
  const account = creatorName(live.room);
  const chosen = settings.settings.value.ownLives[live.id] !== undefined;
  const why =
    reason === undefined ? (chosen ? 'own_counts_chosen' : 'own_counts') : reasons[reason];
  return (
    <li>
      <input
        id={id}
        type="checkbox"
        checked={reason === undefined}
        disabled={fixed}
        onChange={(event) => void own.count(live, event.currentTarget.checked)}
      />
      <label for={id}>
        <span>{datedName(live.room, words)}</span>
        <small class="quiet">{[account, t(why)].filter(Boolean).join(' · ')}</small>
      </label>
    </li>
  );
}

const reasons = {
  'taken-out': 'own_reason_taken_out',
  'unknown-here': 'own_reason_unknown_here',
  'unknown-account': 'own_reason_unknown_account',
  'other-account': 'own_reason_other_account',
  'unknown-currency': 'own_reason_unknown_currency',
  'other-currency': 'own_reason_other_currency',
  simulated: 'own_reason_simulated',
  stub: 'own_reason_stub',
  'not-selling': 'own_reason_not_selling',
} as const satisfies Record<LeftOut, string>;
