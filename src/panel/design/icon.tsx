import type { JSX } from 'preact';

/** Line drawings on a 16 px grid, by name. */
const drawings = {
  download: 'M8 2v8m0 0 3-3m-3 3L5 7M2.5 13h11',
  settings:
    'M8 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM8 1.6v1.9M8 12.5v1.9M1.6 8h1.9M12.5 8h1.9M3.5 3.5l1.3 1.3M11.2 11.2l1.3 1.3M3.5 12.5l1.3-1.3M11.2 4.8l1.3-1.3',
  close: 'm4 4 8 8m0-8-8 8',
  refresh: 'M13.2 8a5.2 5.2 0 1 1-1.6-3.8M13.4 1.9v2.9h-2.9',
  chevron: 'm4 6 4 4 4-4',
  earlier: 'm10 3.5-4.5 4.5 4.5 4.5',
  later: 'm6 3.5 4.5 4.5-4.5 4.5',
  more: 'M2.9 8a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0M7.3 8a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0M11.7 8a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0',
  check: 'm3 8.5 3.2 3.2L13 5',
  copy: 'M6 5.5h6.5V14H6zM3.5 10.5v-8H10',
  out: 'M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13 3 7.5 8.5',
  push: 'M2 3h12v10H2zM9.5 3v10',
  overlay: 'M2 3h12v10H2zM8.5 5.5H14v5H8.5z',
  warning: 'M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.2v3.9M8 4.8v.2',
  offline:
    'M2 2l12 12M4.4 9.6a5 5 0 0 1 2.4-1.3M1.6 6.7A9 9 0 0 1 4.5 5M9.5 8.4a5 5 0 0 1 2.1 1.2M7.4 4.1a9 9 0 0 1 7 2.6M8 12.6v.2',
  lock: 'M3.5 7h9v6.5h-9zM5.3 7V4.8a2.7 2.7 0 0 1 5.4 0V7',
  search: 'M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6ZM10.6 10.6 14 14',
  pin: 'M5.5 2h5l-.7 4.4 2.7 2.4H3.5l2.7-2.4zM8 8.8V14',
  loop: 'M3.4 8.8V6.6a2.2 2.2 0 0 1 2.2-2.2h6.9M10.3 2.2l2.4 2.2-2.4 2.2M12.6 7.2v2.2a2.2 2.2 0 0 1-2.2 2.2H3.5M5.7 13.8l-2.4-2.2 2.4-2.2',
  sound: 'M2.5 6.2h2.3L8 3.4v9.2L4.8 9.8H2.5zM10.3 5.8a3.1 3.1 0 0 1 0 4.4M12 4a5.6 5.6 0 0 1 0 8',
  mute: 'M2.5 6.2h2.3L8 3.4v9.2L4.8 9.8H2.5zM10.4 6.2l3.4 3.6m0-3.6-3.4 3.6',
  full: 'M2.8 6V2.8H6M10 2.8h3.2V6M13.2 10v3.2H10M6 13.2H2.8V10',
  keys: 'M1.8 4.2h12.4v7.6H1.8zM4.4 6.6h.1M6.8 6.6h.1M9.2 6.6h.1M11.6 6.6h.1M5 9.4h6',
  beside: 'M2 3h5v10H2zM9 3h5v10H9z',
  grip: 'M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01',
  flask: 'M6.2 2h3.6M7 2v4.2L3 13.4h10L9 6.2V2M5 10h6',
} as const;

export type IconName = keyof typeof drawings;

/** Point along the line of reading, and so the other way where that runs from right to left. */
const turning: ReadonlySet<IconName> = new Set(['earlier', 'later']);

/** A decorative icon; what it means is said in words beside it or by its button's label. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg
      class={turning.has(name) ? 'turns' : undefined}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}

/** The filled triangle of a play button. */
export function PlayMark({ size = 14 }: { size?: number }): JSX.Element {
  return (
    <svg viewBox="0 0 14 14" width={size} height={size} fill="currentColor" aria-hidden="true">
      <path d="M3.5 1.6v10.8l8.6-5.4z" />
    </svg>
  );
}
