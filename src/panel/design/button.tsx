import type { ButtonHTMLAttributes, ComponentChildren, JSX } from 'preact';
import './button.css';
import { Icon, type IconName } from './icon.tsx';

type Native = Omit<ButtonHTMLAttributes, 'icon' | 'label' | 'class' | 'size'>;

/** A button with words. `primary` once a view; `link` for what leads somewhere. */
export function Button({
  look = 'plain',
  icon,
  children,
  ...rest
}: Native & {
  look?: 'primary' | 'plain' | 'danger' | 'link';
  icon?: IconName | undefined;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button type="button" class={look === 'link' ? 'link' : `button button-${look}`} {...rest}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      {children}
    </button>
  );
}

/** A button of one icon; `label` is its name for screen readers and its native hint. */
export function IconButton({
  icon,
  label,
  busy = false,
  ...rest
}: Native & { icon: IconName; label: string; busy?: boolean }): JSX.Element {
  return (
    <button
      type="button"
      class={busy ? 'icon-button spin' : 'icon-button'}
      aria-label={label}
      title={label}
      aria-busy={busy}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
