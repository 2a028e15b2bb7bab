import type { JSX } from 'preact';
import { useI18n } from '../design/i18n.ts';
import '../design/key-list.css';
import { playerKeys } from './keys.ts';

/** What each key does in the player. */
export function KeyList(): JSX.Element {
  const { t } = useI18n();
  return (
    <dl class="key-list">
      {playerKeys.map(({ shown, name }) => (
        <div key={name}>
          <dt>
            {shown.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(name)}</dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{t('panel_close')}</dd>
      </div>
    </dl>
  );
}
