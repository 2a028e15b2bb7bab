import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Fault, type FaultCode, faultLook, fault as faultOf } from '../../metrics/fault.ts';
import { isFiled } from '../../metrics/live/filed.ts';
import { newestZone } from '../../metrics/live/shop-zone.ts';
import { zoneAt } from '../../metrics/zone.ts';
import { formatInstant } from '../../platform/format.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { IconName } from '../design/icon.tsx';
import { Loaded, loadAgain, unloaded } from '../design/loaded.tsx';
import { Notice } from '../design/notice.tsx';
import { useFocusKept } from '../design/use-focus-kept.ts';
import { RestoreNewest } from '../snapshots/restore-newest.tsx';
import { RestoredNotice } from '../snapshots/restored-notice.tsx';
import { UpgradeNotice } from '../snapshots/upgrade-notice.tsx';
import { useApp } from '../state/app.ts';
import { tryAgain } from '../state/try-again.ts';
import { NextTry } from './next-try.tsx';
import { NoRoomNotice } from './no-room-notice.tsx';
import { askPermission } from './permission.ts';

const boardNotice = () =>
  import('../board/board-notice.tsx').then(({ BoardNotice }) => BoardNotice);

/** Said of hosts that the browser withdrew, before anything was asked of them. */
const NOT_ALLOWED = faultOf('not-allowed');

/** States over figures that are shown all the same: they lie at the bottom and move nothing. */
export function StateBar(): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const { session, fault } = app.room.view.value;
  const allowed = app.allowed.value !== false;
  const inBody = session === undefined;
  const states: readonly (Fault | 'offline')[] = inBody
    ? []
    : [
        ...(!app.online.value && fault?.code !== 'offline' ? (['offline'] as const) : []),
        ...(!allowed && fault?.code !== 'not-allowed' ? [NOT_ALLOWED] : []),
        ...(fault === undefined ? [] : [fault]),
      ];
  // What is over and comes again is news again, and so is each try that fails.
  const closed = useSignal<typeof states>([]);
  const standing = closed.value.filter((state) => states.includes(state));
  useEffect(() => {
    if (standing.length < closed.value.length) closed.value = standing;
  });
  const whole = useFocusKept(() => document.getElementById('diagnosis'));
  return (
    <div class="states" ref={whole}>
      {states
        .filter((state) => !standing.includes(state))
        .map((state) => {
          const close = () => {
            closed.value = [...standing, state];
          };
          if (state === 'offline') {
            return (
              <Notice key="browser" icon="offline" onClose={close}>
                <p>{t('panel_offline')}</p>
                <ReadAt />
              </Notice>
            );
          }
          return <FaultNotice key={state.code} fault={state} onClose={close} />;
        })}
      {unloaded.value.length > 0 && <UnloadedNotice />}
      <NoRoomNotice />
      <UpgradeNotice />
      <RestoredNotice store={app.snapshots} zone={newestZone(app.list.view.value.rooms)} />
      {(app.board.trouble.value !== undefined || app.board.dropped.value.length > 0) && (
        <Loaded load={boardNotice} props={{}} />
      )}
    </div>
  );
}

/** Says that code of the panel is missing, as when the extension was replaced under it. */
function UnloadedNotice(): JSX.Element {
  const { t } = useI18n();
  return (
    <Notice
      tone="fault"
      title={t('panel_title_unloaded')}
      actions={
        <>
          <Button icon="refresh" onClick={loadAgain}>
            {t('panel_retry')}
          </Button>
          <Button onClick={() => location.reload()}>{t('panel_reload_panel')}</Button>
        </>
      }
    >
      <p>{t('panel_unloaded')}</p>
    </Notice>
  );
}

/** When the figures in view were read, or as of when their files are; nothing where there are none. */
function ReadAt(): JSX.Element | null {
  const { t, locale } = useI18n();
  const { session, record } = useApp().room.view.value;
  const at = record?.fetchedAt;
  if (session === undefined || at === undefined) return null;
  const { zone } = session.room;
  const text = formatInstant(at, zone && zoneAt(at, zone), locale, 'short');
  const words = isFiled(session) ? 'panel_read_files' : 'panel_read_before';
  return <p>{t(words, { at: { kind: 'text', text } })}</p>;
}

/** In place of the mark of the tone. */
const icons: Partial<Record<FaultCode, IconName>> = {
  offline: 'offline',
  'signed-out': 'lock',
  'not-allowed': 'lock',
  'extension-updated': 'refresh',
  'unknown-room': 'search',
};

/** What went wrong in plain words, with what helps; trying again only where the fault says that it can. */
export function FaultNotice({
  fault,
  onClose,
}: {
  fault: Fault;
  /** Where it lies over figures, which it may hide. */
  onClose?: () => void;
}): JSX.Element {
  const { t, write } = useI18n();
  const app = useApp();
  const { session, id } = app.room.view.value;
  const { code } = fault;
  const { tone, title, action } = faultLook(code);
  const icon = icons[code];
  return (
    <Notice
      tone={tone}
      {...(icon === undefined ? {} : { icon })}
      title={t(title ?? (session === undefined ? 'panel_title_unread' : 'panel_title_failed'))}
      actions={
        <>
          <Action />
          {fault.retryable && (
            <Button icon="refresh" onClick={() => void tryAgain(app)}>
              {t('panel_retry')}
            </Button>
          )}
        </>
      }
      onClose={onClose}
    >
      <p>{write(fault.text)}</p>
      <ReadAt />
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
          <Button
            look="primary"
            onClick={() => void app.ports.ask('tab.open', { page: 'seller-center' })}
          >
            {t('panel_open_seller_center')}
          </Button>
        );
      case 'look':
        return id === undefined ? null : (
          <Button
            onClick={() => void app.ports.ask('tab.open', { page: 'live-dashboard', room: id })}
          >
            {t('panel_live_dashboard')} <span aria-hidden="true">↗</span>
          </Button>
        );
      case 'make-room':
        return (
          <Button onClick={() => void app.ports.ask('tab.open', { page: 'options' })}>
            {t('panel_settings')}
          </Button>
        );
      default:
        return null;
    }
  }

  async function allow(): Promise<void> {
    app.allowed.value = await askPermission();
    if (app.allowed.value) await tryAgain(app);
  }
}
