import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import { Button } from '../design/button.tsx';
import { ComboboxOption, useCombobox } from '../design/combobox.tsx';
import { CoverPicture } from '../design/cover.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { Loaded } from '../design/loaded.tsx';
import { ownDirection } from '../design/own-direction.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { liveName } from '../live-name.ts';
import { useApp } from '../state/app.ts';
import { tryAgain } from '../state/try-again.ts';
import { CurrentRoom } from './current-room.tsx';
import './picker.css';
import { RoomOption } from './room-option.tsx';
import { shopFilter } from './shop-filter-loader.ts';
import { useFound } from './use-found.ts';
import { isSearch, wantedOf } from './wanted.ts';

/**
 * The room picker, a combobox: it shows the LIVE in view, lists the most recent ones while it has the
 * focus, finds any by words, and takes a room id.
 */
export function RoomPicker(): JSX.Element {
  const words = useI18n();
  const { t, write } = words;
  const app = useApp();
  const refused = useSignal(false);
  /** Enter was pressed before what was typed could be found. */
  const entered = useSignal(false);
  /** What is chosen is held against the LIVE in view instead of taking its place. */
  const compares = useSignal(false);
  /** The window that compares gives the focus back: the list stays closed then. */
  const comesBack = useRef(false);
  const whole = useRef<HTMLDivElement>(null);
  const box = useCombobox({
    onShow() {
      void app.list.fetch();
      // So that the first letter finds what the worker has read by then.
      void app.ports.ask('room.find', { which: app.which(), typed: '' });
    },
    onTyped() {
      refused.value = false;
      entered.value = false;
    },
  });

  const { session, record, id: current, fault: failure } = app.room.view.value;
  const room = session?.room ?? record?.room;
  // With what isn't a room id the list stays as it was before it was typed.
  const wanted = refused.value ? '' : box.typed;
  const found = useFound(isSearch(wanted) ? wanted : '');
  const isLooking = isSearch(wanted) && found?.typed !== wanted;
  const isOther = ({ id: one }: ListedRoom): boolean => !compares.value || one !== current;
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
  const { fetching, fault: lastFault, unread } = app.list.view.value;
  // Why the list may lack what is newest; while it is read anew, the last time says nothing.
  const listFault = fetching ? undefined : (lastFault ?? unread);
  const name = room !== undefined ? liveName(room, words) : t('panel_this_live');
  const shown = box.isOpen ? box.typed : current === undefined ? '' : name;

  const choose = (chosen: RoomId): void => {
    const isHeldAgainst = compares.value && chosen !== current;
    box.hide();
    app.touch();
    if (isHeldAgainst && current !== undefined) {
      comesBack.current = true;
      app.comparing.value = { room: current, other: chosen };
    } else if (chosen === current && chosen === unknown) void tryAgain(app);
    else void app.open(chosen);
  };
  /** Turns to what a choice does, and back to the field for it. */
  const turn = (): void => {
    compares.value = !compares.value;
    whole.current?.querySelector('input')?.focus();
  };
  /** Back to the field, which stays closed until it is used again. */
  const leave = (): void => {
    const field = whole.current?.querySelector('input');
    field?.focus();
    box.hide();
  };
  const enter = (): void => {
    const chosen = choices[box.marked] ?? (wanted.trim() === '' ? undefined : choices[0]);
    if (isLooking) entered.value = true;
    else if (chosen !== undefined) choose(chosen);
    else if (/^\s*\d+\s*$/.test(box.typed)) refused.value = true;
  };
  const parts = box.parts(choices.length, enter);

  useEffect(() => {
    if (!box.isOpen) compares.value = false;
  }, [box.isOpen]);
  useEffect(() => {
    if (!entered.value || isLooking) return;
    entered.value = false;
    enter();
  }, [isLooking]);

  return (
    <div
      ref={whole}
      class="picker"
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && whole.current?.contains(relatedTarget))) {
          box.hide();
        }
      }}
    >
      {/* A click anywhere in the field puts the cursor into its input, as in any text field. */}
      <label class="combobox-field picker-field">
        <CoverPicture url={room?.coverUrl} />
        <span>
          <VisuallyHidden>{t('panel_picker')}</VisuallyHidden>
          <input
            {...parts.field}
            dir={ownDirection(shown)}
            aria-invalid={refused.value}
            aria-errormessage={refused.value ? `${box.id}-error` : undefined}
            placeholder={t(compares.value ? 'two_lives_choose' : 'panel_picker_placeholder')}
            value={shown}
            onFocus={() => {
              if (!comesBack.current) box.show();
              comesBack.current = false;
            }}
            onClick={box.show}
          />
          {!box.isOpen && (
            <CurrentRoom
              id={current}
              room={room}
              now={app.now.value}
              answeredAt={app.room.view.value.record?.fetchedAt}
              namesAccount={app.shop.isElsewhere.value}
            />
          )}
        </span>
        <Icon name={box.isOpen ? 'search' : 'chevron'} size={14} />
      </label>
      <div
        class="combobox-list picker-list"
        // Browsers make a stop of Tab of what scrolls, and this is gone once the field is left.
        tabIndex={-1}
        hidden={!box.isOpen}
        // A press on the list leaves the focus in the field.
        onPointerDown={(event) => {
          if (!(event.target instanceof HTMLSelectElement)) event.preventDefault();
        }}
      >
        {box.isOpen && app.shop.several.value && (
          <div class="shop-filter-place">
            <Loaded load={shopFilter} props={{ onChosen: leave }} />
          </div>
        )}
        {box.isOpen && canCompare && (
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
          <p class="picker-error" id={`${box.id}-error`} role="alert">
            {write(fault('bad-room-id').text)}
          </p>
        )}
        <div
          id={box.id}
          role="listbox"
          aria-label={t(compares.value ? 'two_lives_choices' : 'panel_picker_recent')}
          tabIndex={-1}
        >
          {box.isOpen && unknown !== undefined && (
            <ComboboxOption
              parts={parts}
              place={0}
              class="picker-option picker-option-fetch"
              isMarked={box.marked <= 0}
              onTake={() => choose(unknown)}
            >
              <Icon name="download" />
              <span>
                <b>{unknown}</b>
                <small>
                  {unknown === current && failure !== undefined
                    ? write(failure.text)
                    : t('panel_picker_unknown')}
                </small>
              </span>
            </ComboboxOption>
          )}
          {box.isOpen &&
            offered.map(({ record: known, by }, place) => (
              <ComboboxOption
                key={known.id}
                parts={parts}
                place={place}
                class="picker-option"
                isCurrent={known.id === current}
                onTake={() => choose(known.id)}
              >
                <RoomOption record={known} now={app.now.value} by={by} />
              </ComboboxOption>
            ))}
        </div>
        {box.isOpen && choices.length === 0 && !isLooking && (
          <p class="picker-empty">
            {found?.fault !== undefined
              ? write(found.fault.text)
              : wanted.trim() === '' && listFault !== undefined
                ? write(listFault.text)
                : t(
                    fetching
                      ? 'panel_picker_fetching'
                      : wanted.trim() === ''
                        ? 'panel_picker_none'
                        : 'panel_picker_no_match',
                  )}
          </p>
        )}
        {box.isOpen && listFault !== undefined && choices.length > 0 && (
          <p class="picker-empty">
            {t('panel_picker_stale')} {write(listFault.text)}
          </p>
        )}
        {box.isOpen && more > 0 && (
          <p class="picker-empty">
            {t('panel_picker_more', { count: { kind: 'count', value: more } })}
          </p>
        )}
      </div>
    </div>
  );
}
