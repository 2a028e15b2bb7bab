import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';
import './upgrade-notice.css';

/** What an update changed in the meaning of what is kept; told once. */
export function UpgradeNotice(): JSX.Element | null {
  const { t } = useI18n();
  const { upgrade } = useApp();
  const done = upgrade.upgrade.value;
  if (done === undefined) return null;
  return (
    <Notice
      title={t('upgrade_title')}
      actions={<Button onClick={() => void upgrade.dismiss()}>{t('upgrade_read')}</Button>}
    >
      <p>{t('upgrade_snapshot')}</p>
      <Disclosure summary={t('upgrade_what')}>
        <ul class="upgrade-tells">
          {done.tells.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Disclosure>
    </Notice>
  );
}
