import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useI18n } from '../design/i18n.ts';
import { Loaded } from '../design/loaded.tsx';
import { moveFocus } from '../design/next-place.ts';
import { Skeleton } from '../design/skeleton.tsx';
import { useApp } from '../state/app.ts';
import './picker.css';
import { RoomOption } from './room-option.tsx';
import { shopFilter } from './shop-filter-loader.ts';

/** The choice of a shop keeps the focus. */
const stay = (): void => undefined;

/** LIVEs in the rail; a month of a busy seller scrolls in it, and the field above finds the rest. */
const SHOWN = 30;

/**
 * The account's LIVEs beside a wide panel, the one in view marked; one tab stop, moved through by arrows. Its
 * place is kept until it is `due`.
 */
export function RoomRail({ due }: { due: boolean }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const list = useRef<HTMLUListElement>(null);
  const { known } = app.list.view.value;
  const shown = due ? app.shop.rooms.value.slice(0, SHOWN) : [];
  const current = app.room.view.value.id;
  const marked = Math.max(
    0,
    shown.findIndex(({ id }) => id === current),
  );
  const move = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    moveFocus(
      event,
      buttons,
      buttons.findIndex((button) => button.matches(':focus')),
    );
  };
  return (
    <nav class="rail" aria-label={t('panel_rail')}>
      {app.shop.several.value && (
        <div class="shop-filter-place">
          <Loaded load={shopFilter} props={{ onChosen: stay }} />
        </div>
      )}
      <ul ref={list} onKeyDown={move}>
        {(!due || !known) && <Awaited />}
        {shown.map((record, place) => (
          <li key={record.id}>
            <button
              type="button"
              class="picker-option"
              tabIndex={place === marked ? 0 : -1}
              aria-current={record.id === current ? 'true' : undefined}
              onClick={() => {
                app.touch();
                void app.open(record.id);
              }}
            >
              <RoomOption record={record} now={app.now.value} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const awaited = [0, 1, 2, 3, 4, 5, 6, 7];

/** Grey stand-ins of the LIVEs to come. */
function Awaited(): JSX.Element {
  return (
    <>
      {awaited.map((place) => (
        <li key={place} class="picker-option" aria-hidden="true">
          <Skeleton width="32px" height="42px" />
          <span class="rail-awaited">
            <Skeleton width="80%" height="14px" />
            <Skeleton height="12px" />
            <Skeleton width="60%" height="12px" />
          </span>
        </li>
      ))}
    </>
  );
}
