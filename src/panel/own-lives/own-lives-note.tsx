import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { useApp } from '../state/app.ts';
import { listedLives } from './listed-lives.ts';
import './own-lives.css';

const ownLivesDialog = () =>
  import('./own-lives-dialog.tsx').then(({ OwnLivesDialog }) => OwnLivesDialog);

/** How many archived LIVEs count as own ones of the LIVE in view, and how many don't; the list behind it. */
export function OwnLivesNote(): JSX.Element | null {
  const { t } = useI18n();
  const { own, room } = useApp();
  const open = useSignal(false);
  const lives = listedLives(own.view.value);
  if (room.view.value.session === undefined || lives.length === 0) return null;
  const leftOut = lives.filter(({ reason }) => reason !== undefined).length;
  const counted = { kind: 'count', value: lives.length - leftOut } as const;
  return (
    <div class="own-note small quiet">
      <span>{t('own_counted', { count: counted })}</span>
      {leftOut > 0 && (
        <span>{t('own_left_out', { count: { kind: 'count', value: leftOut } })}</span>
      )}
      <Button
        look="link"
        aria-haspopup="dialog"
        onClick={() => {
          open.value = true;
        }}
      >
        {t('own_which')}
      </Button>
      {open.value && (
        <Loaded
          load={ownLivesDialog}
          props={{
            onClose: () => {
              open.value = false;
            },
          }}
        />
      )}
    </div>
  );
}
