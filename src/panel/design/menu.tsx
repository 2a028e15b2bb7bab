import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Button, IconButton } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import './menu.css';
import { moveFocus } from './next-place.ts';

export interface MenuItem {
  readonly name: string;
  readonly note?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/**
 * A button with a menu of deeds: arrows move, Home and End jump, Escape closes. The button is an icon named by the
 * `label`, or without one the label in words.
 */
export function Menu({
  icon,
  label,
  marked = false,
  items,
}: {
  icon?: IconName;
  label: string;
  /** Whether a dot on the icon says that there is something new; the label says it too. */
  marked?: boolean;
  items: readonly MenuItem[];
}): JSX.Element {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const entries = (): HTMLElement[] => [
    ...(menu.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? []),
  ];
  const move = (event: KeyboardEvent): void => {
    const all = entries();
    moveFocus(
      event,
      all,
      all.findIndex((entry) => entry.matches(':focus')),
    );
  };
  return (
    <>
      {icon === undefined ? (
        <Button aria-haspopup="menu" popovertarget={id}>
          {label}
          <Icon name="chevron" size={12} />
        </Button>
      ) : (
        <IconButton
          icon={icon}
          label={label}
          data-marked={marked || undefined}
          aria-haspopup="menu"
          popovertarget={id}
        />
      )}
      <div
        ref={menu}
        id={id}
        class="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        tabIndex={-1}
        onToggle={(event) => event.newState === 'open' && entries()[0]?.focus()}
        onKeyDown={move}
      >
        {items.map((item) => (
          <button
            key={item.name}
            type="button"
            role="menuitem"
            disabled={item.disabled ?? false}
            onClick={() => {
              menu.current?.hidePopover();
              item.run();
            }}
          >
            {item.name}
            {item.note !== undefined && <small>{item.note}</small>}
          </button>
        ))}
      </div>
    </>
  );
}
