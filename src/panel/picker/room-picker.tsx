import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { Button } from '../design/button.tsx';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { Loaded } from '../design/loaded.tsx';
import { nextPlace } from '../design/next-place.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { liveName } from '../live-name.ts';
import { useApp } from '../state/app.ts';
import { CurrentRoom } from './current-room.tsx';
import './picker.css';
import { RoomOption } from './room-option.tsx';
import { shopFilter } from './shop-filter-loader.ts';
import { useFound } from './use-found.ts';
import { isSearch, wantedOf } from './wanted.ts';

/**
 * The room picker, a combobox: it shows the LIVE in view, lists the most recent ones while it has the
 * focus, finds any by words, and takes a room id. Arrows, Home, End, Enter and Escape work as the pattern asks.
 */
export function RoomPicker(): JSX.Element {
  const words = useI18n();
  const { t, write } = words;
  const app = useApp();
  const id = useId();
  const open = useSignal(false);
  const typed = useSignal('');
  const active = useSignal(-1);
  const refused = useSignal(false);
  /** Enter was pressed before what was typed could be found. */
  const entered = useSignal(false);
  /** What is chosen is held against the LIVE in view instead of taking its place. */
  const compares = useSignal(false);
  /** The window that compares gives the focus back: the list stays closed then. */
  const comesBack = useRef(false);
  const box = useRef<HTMLDivElement>(null);

  const { session, record, id: current } = app.room.view.value;
  const room = session?.room ?? record?.room;
  // With what isn't a room id the list stays as it was before it was typed.
  const wanted = refused.value ? '' : typed.value;
  const found = useFound(isSearch(wanted) ? wanted : '');
  const isLooking = isSearch(wanted) && found?.typed !== wanted;
  const isOther = ({ id: one }: RoomRecord): boolean => !compares.value || one !== current;
  const { more, unknown, ...all } = wantedOf(
    wanted,
    app.shop.rooms.value,
    found,
    app.list.view.value.rooms,
  );
  const offered = all.offered.filter(({ record: known }) => isOther(known));
  const canCompare =
    session !== undefined && app.list.view.value.rooms.some(({ id: one }) => one !== current);
  const choices: readonly RoomId[] =
    unknown === undefined ? offered.map(({ record: known }) => known.id) : [unknown];
  const name = room !== undefined ? liveName(room, words) : t('panel_this_live');
  const optionId = (place: number): string => `${id}-option-${place}`;

  const show = (): void => {
    if (open.value) return;
    open.value = true;
    typed.value = '';
    active.value = -1;
    void app.list.fetch();
    // So that the first letter finds what the worker has read by then.
    void app.ports.ask('room.find', { which: app.which(), typed: '' });
  };
  const hide = (): void => {
    open.value = false;
    typed.value = '';
    active.value = -1;
    refused.value = false;
    entered.value = false;
    compares.value = false;
  };
  const choose = (chosen: RoomId): void => {
    const isHeldAgainst = compares.value && chosen !== current;
    hide();
    app.touch();
    if (isHeldAgainst && current !== undefined) {
      comesBack.current = true;
      app.comparing.value = { room: current, other: chosen };
    } else void app.open(chosen);
  };
  /** Turns to what a choice does, and back to the field for it. */
  const turn = (): void => {
    compares.value = !compares.value;
    active.value = -1;
    box.current?.querySelector('input')?.focus();
  };
  /** Back to the field, which stays closed until it is used again. */
  const leave = (): void => {
    const field = box.current?.querySelector('input');
    field?.focus();
    hide();
  };
  const enter = (): void => {
    const chosen = choices[active.value] ?? (wanted.trim() === '' ? undefined : choices[0]);
    if (isLooking) entered.value = true;
    else if (chosen !== undefined) choose(chosen);
    else if (/^\s*\d+\s*$/.test(typed.value)) refused.value = true;
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (open.value) enter();
      else show();
    } else if (event.key === 'Escape' && open.value) {
      event.preventDefault();
      event.stopPropagation();
      hide();
    } else {
      const next = nextPlace(event.key, active.value, choices.length);
      const edits = (event.key === 'Home' || event.key === 'End') && typed.value !== '';
      if (next === undefined || edits) return;
      event.preventDefault();
      if (open.value) active.value = next;
      else show();
    }
  };

  useEffect(() => {
    if (!entered.value || isLooking) return;
    entered.value = false;
    enter();
  }, [isLooking]);
  useLayoutEffect(() => {
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  }, [active.value]);

  return (
    <div
      ref={box}
      class="picker"
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && box.current?.contains(relatedTarget))) hide();
      }}
    >
      {/* A click anywhere in the field puts the cursor into its input, as in any text field. */}
      <label class="picker-field">
        <CoverPicture url={room?.coverUrl} />
        <span>
          <VisuallyHidden>{t('panel_picker')}</VisuallyHidden>
          <input
            type="text"
            role="combobox"
            aria-expanded={open.value}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active.value >= 0 ? optionId(active.value) : undefined}
            aria-invalid={refused.value}
            aria-errormessage={refused.value ? `${id}-error` : undefined}
            autocomplete="off"
            spellcheck={false}
            placeholder={t(compares.value ? 'two_lives_choose' : 'panel_picker_placeholder')}
            value={open.value ? typed.value : current === undefined ? '' : name}
            onFocus={() => {
              if (!comesBack.current) show();
              comesBack.current = false;
            }}
            onClick={show}
            onInput={(event) => {
              open.value = true;
              typed.value = event.currentTarget.value;
              active.value = -1;
              refused.value = false;
              entered.value = false;
            }}
            onKeyDown={press}
          />
          {!open.value && (
            <CurrentRoom
              id={current}
              room={room}
              now={app.now.value}
              answeredAt={app.room.view.value.record?.fetchedAt}
              namesAccount={app.shop.isElsewhere.value}
            />
          )}
        </span>
        <Icon name={open.value ? 'search' : 'chevron'} size={14} />
      </label>
      <div
        class="picker-list"
        // Browsers make a stop of Tab of what scrolls, and this is gone once the field is left.
        tabIndex={-1}
        hidden={!open.value}
        // A press on the list leaves the focus in the field.
        onPointerDown={(event) => {
          if (!(event.target instanceof HTMLSelectElement)) event.preventDefault();
        }}
      >
        {open.value && app.shop.several.value && (
          <div class="shop-filter-place">
            <Loaded load={shopFilter} props={{ onChosen: leave }} />
          </div>
        )}
        {open.value && canCompare && (
          <div class="picker-way">
            <Button
              icon="loop"
              aria-pressed={compares.value}
              onClick={turn}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                leave();
              }}
            >
              {t('two_lives_open')}
            </Button>
          </div>
        )}
        {refused.value && (
          <p class="picker-error" id={`${id}-error`} role="alert">
            {write(fault('bad-room-id').text)}
          </p>
        )}
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t(compares.value ? 'two_lives_choices' : 'panel_picker_recent')}
          tabIndex={-1}
        >
          {open.value && unknown !== undefined && (
            <div
              id={optionId(0)}
              class="picker-option picker-option-fetch"
              role="option"
              aria-selected={active.value <= 0}
              tabIndex={-1}
              onClick={() => choose(unknown)}
              onKeyDown={press}
            >
              <Icon name="download" />
              <span>
                <b>{unknown}</b>
                <small>{t('panel_picker_unknown')}</small>
              </span>
            </div>
          )}
          {open.value &&
            offered.map(({ record: known, by }, place) => (
              <div
                key={known.id}
                id={optionId(place)}
                class="picker-option"
                role="option"
                aria-selected={active.value === place}
                aria-current={known.id === current ? 'true' : undefined}
                tabIndex={-1}
                onClick={() => choose(known.id)}
                onKeyDown={press}
              >
                <RoomOption record={known} now={app.now.value} by={by} />
              </div>
            ))}
          {open.value && choices.length === 0 && !isLooking && (
            <p class="picker-empty">
              {found?.fault !== undefined
                ? write(found.fault.text)
                : t(
                    app.list.view.value.fetching
                      ? 'panel_picker_fetching'
                      : wanted.trim() === ''
                        ? 'panel_picker_none'
                        : 'panel_picker_no_match',
                  )}
            </p>
          )}
        </div>
        {open.value && more > 0 && (
          <p class="picker-empty">
            {t('panel_picker_more', { count: { kind: 'count', value: more } })}
          </p>
        )}
      </div>
    </div>
  );
}
