import type { JSX } from 'preact';
import { type Fault, type FaultCode, faultLook } from '../../metrics/fault.ts';
import { newestZone } from '../../metrics/live/shop-zone.ts';
import { BoardNotice } from '../board/board-notice.tsx';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { IconName } from '../design/icon.tsx';
import { Notice } from '../design/notice.tsx';
import { RestoreNewest } from '../snapshots/restore-newest.tsx';
import { RestoredNotice } from '../snapshots/restored-notice.tsx';
import { UpgradeNotice } from '../snapshots/upgrade-notice.tsx';
import { useApp } from '../state/app.ts';
import { tryAgain } from '../state/try-again.ts';
import { NextTry } from './next-try.tsx';
import { NoRoomNotice } from './no-room-notice.tsx';
import { askPermission } from './permission.ts';

/** States over figures that are shown all the same: they lie at the bottom and move nothing. */
export function StateBar(): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const { session, fault } = app.room.view.value;
  const allowed = app.allowed.value !== false;
  const inBody = session === undefined;
  const offline = !app.online.value;
  return (
    <div class="states">
      {offline && !inBody && fault?.code !== 'offline' && (
        <Notice icon="offline">{t('panel_offline')}</Notice>
      )}
      {!allowed && !inBody && fault?.code !== 'not-allowed' && <FaultNotice code="not-allowed" />}
      {!inBody && fault !== undefined && <FaultNotice code={fault.code} fault={fault} />}
      <NoRoomNotice />
      <UpgradeNotice />
      <RestoredNotice store={app.snapshots} zone={newestZone(app.list.view.value.rooms)} />
      <BoardNotice />
    </div>
  );
}

/** In place of the mark of the tone. */
const icons: Partial<Record<FaultCode, IconName>> = {
  offline: 'offline',
  'signed-out': 'lock',
  'not-allowed': 'lock',
  'extension-updated': 'refresh',
  'unknown-room': 'search',
};

/** What went wrong in plain words, with the one action that helps. */
export function FaultNotice({ code, fault }: { code: Fault['code']; fault?: Fault }): JSX.Element {
  const { t, write } = useI18n();
  const app = useApp();
  const read = app.room.view.value.session !== undefined;
  const { tone, title, action } = faultLook(code);
  const icon = icons[code];
  return (
    <Notice
      tone={tone}
      {...(icon === undefined ? {} : { icon })}
      title={t(title ?? (read ? 'panel_title_failed' : 'panel_title_unread'))}
      actions={<Action />}
    >
      <p>
        {fault === undefined ? t('fault_not_allowed') : write(fault.text)}
        {code === 'offline' && read && ` ${t('panel_read_before')}`}
      </p>
      <NextTry />
      {code === 'migration-failed' && (
        <RestoreNewest
          store={app.snapshots}
          which={app.settings.settings.value.sample ? 'sample' : 'shop'}
        />
      )}
    </Notice>
  );

  function Action(): JSX.Element | null {
    switch (action) {
      case 'allow':
        return (
          <Button look="primary" onClick={() => void allow()}>
            {t('panel_allow')}
          </Button>
        );
      case 'reload':
        return (
          <Button look="primary" onClick={() => location.reload()}>
            {t('panel_reload')}
          </Button>
        );
      case 'sign-in':
        return (
          <>
            <Button
              look="primary"
              onClick={() => void app.ports.ask('tab.open', { page: 'seller-center' })}
            >
              {t('panel_open_seller_center')}
            </Button>
            <Retry />
          </>
        );
      case 'make-room':
        return (
          <>
            <Retry />
            <Button onClick={() => void app.ports.ask('tab.open', { page: 'options' })}>
              {t('panel_settings')}
            </Button>
          </>
        );
      default:
        return fault?.retryable === false ? null : <Retry />;
    }
  }

  function Retry(): JSX.Element {
    return (
      <Button icon="refresh" onClick={() => void tryAgain(app)}>
        {t('panel_retry')}
      </Button>
    );
  }

  async function allow(): Promise<void> {
    app.allowed.value = await askPermission();
    if (app.allowed.value) await tryAgain(app);
  }
}
