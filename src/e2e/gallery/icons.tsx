import type { JSX } from 'preact';
import { Icon, type IconName } from '../../panel/design/icon.tsx';

/** All of them: the compiler asks for each. */
export const icons: Readonly<Record<IconName, JSX.Element>> = {
  download: <Icon name="download" />,
  settings: <Icon name="settings" />,
  close: <Icon name="close" />,
  refresh: <Icon name="refresh" />,
  chevron: <Icon name="chevron" />,
  earlier: <Icon name="earlier" />,
  later: <Icon name="later" />,
  more: <Icon name="more" />,
  check: <Icon name="check" />,
  copy: <Icon name="copy" />,
  out: <Icon name="out" />,
  push: <Icon name="push" />,
  overlay: <Icon name="overlay" />,
  warning: <Icon name="warning" />,
  info: <Icon name="info" />,
  offline: <Icon name="offline" />,
  lock: <Icon name="lock" />,
  search: <Icon name="search" />,
  pin: <Icon name="pin" />,
  loop: <Icon name="loop" />,
  sound: <Icon name="sound" />,
  mute: <Icon name="mute" />,
  full: <Icon name="full" />,
  keys: <Icon name="keys" />,
  beside: <Icon name="beside" />,
  grip: <Icon name="grip" />,
  flask: <Icon name="flask" />,
};
