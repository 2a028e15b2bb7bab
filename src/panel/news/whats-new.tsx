import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { keepVersionSeen, ownVersion } from '../../platform/version-seen.ts';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import './whats-new.css';
import { news } from './news.ts';

/** What the newest versions changed for the seller; seen by being opened. */
export function WhatsNew({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useI18n();
  useEffect(() => {
    // Where it can't be kept, the mark stays.
    keepVersionSeen(ownVersion()).catch(() => undefined);
  }, []);
  return (
    <Dialog title={t('news_title')} onClose={onClose}>
      {news.map(({ version, changes }) => (
        <section key={version} class="news">
          <h3>{t('news_version', { version: { kind: 'text', text: version } })}</h3>
          <ul>
            {changes.map((change) => (
              <li key={change}>{t(change)}</li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
