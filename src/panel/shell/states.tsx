import type { JSX } from 'preact';
import type { Fault } from '../../metrics/fault.ts';
import { BoardNotice } from '../board/board-notice.tsx';
import { Button } from '../design/button.tsx';
import type { IconName } from '../design/icon.tsx';
import { Notice, type NoticeTone } from '../design/notice.tsx';
import { useWords } from '../design/words.ts';
import { RestoreNewest } from '../snapshots/restore-newest.tsx';
import { RestoredNotice } from '../snapshots/restored-notice.tsx';
import { UpgradeNotice } from '../snapshots/upgrade-notice.tsx';
import { useApp } from '../state/app.ts';
import { askPermission } from './permission.ts';

/** States over figures that are shown all the same: they lie at the bottom and move nothing. */
export function StateBar(): JSX.Element {
  const { say } = useWords();
  const app = useApp();
  const { session, fault } = app.room.view.value;
  const allowed = app.allowed.value !== false;
  const inBody = session === undefined;
  const offline = !app.online.value;
  return (
    <div class="states">
      {offline && !inBody && fault?.code !== 'offline' && (
        <Notice icon="offline">{say('panel_offline')}</Notice>
      )}
      {!allowed && !inBody && fault?.code !== 'not-allowed' && <FaultNotice code="not-allowed" />}
      {!inBody && fault !== undefined && <FaultNotice code={fault.code} fault={fault} />}
      <UpgradeNotice />
      <RestoredNotice store={app.snapshots} />
      <BoardNotice />
    </div>
  );
}

const looks: Partial<
  Record<Fault['code'], { readonly tone: NoticeTone; readonly icon: IconName }>
> = {
  offline: { tone: 'info', icon: 'offline' },
  'signed-out': { tone: 'warn', icon: 'lock' },
  'not-allowed': { tone: 'warn', icon: 'lock' },
  'extension-updated': { tone: 'warn', icon: 'refresh' },
  'no-rooms': { tone: 'info', icon: 'info' },
  'unknown-room': { tone: 'warn', icon: 'search' },
  'rate-limited': { tone: 'warn', icon: 'warning' },
};

const titles = {
  'signed-out': 'panel_title_signed_out',
  offline: 'panel_title_offline',
  'not-allowed': 'panel_title_not_allowed',
  'extension-updated': 'panel_title_extension_updated',
  'unknown-room': 'panel_title_unknown_room',
  'no-rooms': 'panel_title_no_rooms',
  'migration-failed': 'panel_title_migration_failed',
  'snapshot-full': 'panel_title_snapshot',
  'snapshot-failed': 'panel_title_snapshot',
} as const;

type Titled = keyof typeof titles;
const isTitled = (code: Fault['code']): code is Titled => code in titles;

const ofStorage = new Set<Fault['code']>([
  'migration-failed',
  'snapshot-full',
  'snapshot-failed',
  'storage-full',
  'storage-newer',
  'storage-broken',
]);
/** Whether the archive itself can't be used: then nothing is to be said of connecting a shop. */
export const isOfStorage = ({ code }: Fault): boolean => ofStorage.has(code);

/** What went wrong in plain words, with the one deed that helps. */
export function FaultNotice({ code, fault }: { code: Fault['code']; fault?: Fault }): JSX.Element {
  const { say, write } = useWords();
  const app = useApp();
  const read = app.room.view.value.session !== undefined;
  const look = looks[code] ?? { tone: 'fault', icon: 'warning' };
  return (
    <Notice
      {...look}
      title={say(
        isTitled(code) ? titles[code] : read ? 'panel_title_failed' : 'panel_title_unread',
      )}
      actions={<Deed />}
    >
      <p>{fault === undefined ? say('fault_not_allowed') : write(fault.text)}</p>
      {code === 'migration-failed' && (
        <RestoreNewest
          store={app.snapshots}
          which={app.settings.settings.value.sample ? 'sample' : 'shop'}
        />
      )}
    </Notice>
  );

  function Deed(): JSX.Element | null {
    switch (code) {
      case 'not-allowed':
        return (
          <Button look="primary" onClick={() => void allow()}>
            {say('panel_allow')}
          </Button>
        );
      case 'extension-updated':
        return (
          <Button look="primary" onClick={() => location.reload()}>
            {say('panel_reload')}
          </Button>
        );
      case 'signed-out':
        return (
          <>
            <Button
              look="primary"
              onClick={() => void app.ports.ask('tab.open', { page: 'seller-center' })}
            >
              {say('panel_open_seller_center')}
            </Button>
            <Retry />
          </>
        );
      case 'snapshot-full':
        return (
          <>
            <Retry />
            <Button onClick={() => void app.ports.ask('tab.open', { page: 'options' })}>
              {say('panel_settings')}
            </Button>
          </>
        );
      default:
        return fault?.retryable === false ? null : <Retry />;
    }
  }

  function Retry(): JSX.Element {
    const retry = (): void => {
      if (app.room.view.value.id === undefined) void app.start(location.href);
      else void app.room.refresh(true);
    };
    return (
      <Button icon="refresh" onClick={retry}>
        {say('panel_retry')}
      </Button>
    );
  }

  async function allow(): Promise<void> {
    app.allowed.value = await askPermission();
    if (!app.allowed.value) return;
    if (app.room.view.value.id === undefined) await app.start(location.href);
    else await app.room.refresh(true);
  }
}
