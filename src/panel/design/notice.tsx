import type { ComponentChildren, JSX } from 'preact';
import { IconButton } from './button.tsx';
import { useI18n } from './i18n.ts';
import { Icon, type IconName } from './icon.tsx';
import './notice.css';

export type NoticeTone = 'info' | 'warn' | 'fault';

const marks: Record<NoticeTone, IconName> = { info: 'info', warn: 'warning', fault: 'warning' };

/** A state in plain words, with what can be done about it. A fault is announced at once. */
export function Notice({
  tone = 'info',
  icon = marks[tone],
  title,
  children,
  actions,
  onClose,
}: {
  tone?: NoticeTone;
  icon?: IconName;
  title?: string | undefined;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  /** Takes the notice away; one without it stays for as long as its state. */
  onClose?: (() => void) | undefined;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <div class={`notice notice-${tone}`} role={tone === 'fault' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div>
        {title !== undefined && <b>{title}</b>}
        {children}
        {actions !== undefined && <div class="notice-actions">{actions}</div>}
      </div>
      {onClose !== undefined && (
        <IconButton icon="close" label={t('panel_close')} onClick={onClose} />
      )}
    </div>
  );
}
