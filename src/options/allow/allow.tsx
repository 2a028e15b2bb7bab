import type { JSX } from 'preact';
import { Button } from '../../panel/design/button.tsx';
import { type I18n, useI18n } from '../../panel/design/i18n.ts';
import { Notice } from '../../panel/design/notice.tsx';
import { browser } from '../../platform/browser.ts';
import type { FrameMessage } from '../../platform/firefox/frame-messages.ts';
import type { askedIn, Leave } from './asked-leave.ts';

/** Asks the browser's own question for a docked panel, which can't; goes back to the panel with the answer. */
export function Allow({
  id,
  asked,
  leave,
}: Exclude<ReturnType<typeof askedIn>, undefined>): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const allow = async (): Promise<void> => {
    const granted = await browser.permissions.request(asked).catch(() => false);
    await answer(id, granted).catch(() => undefined);
    const tab = (await browser.tabs.getCurrent())?.id;
    if (tab !== undefined) await browser.tabs.remove(tab);
  };
  return (
    <main>
      <h1>{t('app_name')}</h1>
      <Notice
        title={titleOf(leave, words)}
        actions={
          <Button look="primary" onClick={() => void allow()}>
            {t('panel_allow')}
          </Button>
        }
      >
        {leave.for === 'seller-center' && <p>{t('fault_not_allowed')}</p>}
        {leave.for === 'hosts' && (
          <p>
            {t('replay_trouble_not_allowed', {
              hosts: { kind: 'text', text: leave.hosts.join(', ') },
            })}
          </p>
        )}
      </Notice>
    </main>
  );
}

/** Tells the panel that asked; a page that is left without a press says no. */
export async function answer(id: string, granted: boolean): Promise<void> {
  const message: FrameMessage = {
    app: 'live-diagnosis',
    ask: { do: 'answered', id, granted },
  };
  await browser.runtime.sendMessage(message);
}

const titleOf = (leave: Leave, { t }: I18n): string => {
  if (leave.for === 'notifications') return t('plan_remind');
  return t(leave.for === 'hosts' ? 'panel_replay_broken' : 'panel_title_not_allowed');
};
