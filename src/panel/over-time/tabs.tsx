import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { isMirrored } from '../design/is-mirrored.ts';
import { nextPlace, tabKeys } from '../design/next-place.ts';
import './tabs.css';

/**
 * A row of tabs: one stop of the Tab key, from which the arrow keys, Home and End lead to the others. What they show
 * has the id `<id>-panel`.
 */
export function Tabs<T extends string>({
  id,
  label,
  tabs,
  chosen,
  onChoose,
}: {
  id: string;
  label: string;
  tabs: readonly { readonly id: T; readonly name: string }[];
  chosen: T;
  onChoose: (tab: T) => void;
}): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const place = nextPlace(event.key, at, tabs.length, tabKeys(isMirrored()));
    const next = place === undefined ? undefined : tabs[place];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    row.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next.id}`)}`)?.focus();
  };
  return (
    <div ref={row} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${id}-${tab.id}`}
          aria-selected={tab.id === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          {tab.name}
        </button>
      ))}
    </div>
  );
}
