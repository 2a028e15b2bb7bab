import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import { lengthOf } from '../../metrics/live/length.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { formatDuration } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { useI18n } from '../design/i18n.ts';
import { nextPlace } from '../design/next-place.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { datedName } from '../live-name.ts';
import { search } from '../palette/search.ts';
import '../picker/picker.css';
import { RoomOption } from '../picker/room-option.tsx';
import { useApp } from '../state/app.ts';
import type { SideChoice, SidePlace } from '../state/two-lives-store.ts';
import { letterOf, sideName } from './side-words.ts';

/** LIVEs that the list offers at once. */
const OFFERED_LIVES = 12;

/** One thing that a side can be. */
type Offer = { readonly kind: 'usual' } | { readonly kind: 'live'; readonly record: RoomRecord };

/** The field for one side, a combobox: what is typed finds LIVEs by date, title and creator; the usual stands first. */
export function SideField({
  place,
  choice,
  lives,
  onChoose,
}: {
  place: SidePlace;
  choice: SideChoice | undefined;
  /** How many LIVEs the usual rests on, where it is chosen and known. */
  lives: number | undefined;
  onChoose: (choice: SideChoice) => void;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const app = useApp();
  const id = useId();
  const open = useSignal(false);
  const typed = useSignal('');
  const active = useSignal(-1);
  const { rooms } = app.list.view.value;
  // Of hundreds of LIVEs nothing is worked out while the list is closed.
  const found = open.value
    ? search(
        typed.value,
        rooms.map((record) => ({
          name: datedName(record.room, words),
          also: [record.id, creatorName(record.room)].join(' '),
          record,
        })),
      )
    : [];
  const offers: readonly Offer[] = [
    ...(typed.value.trim() === '' ? [{ kind: 'usual' } as const] : []),
    ...found.slice(0, OFFERED_LIVES).map(({ record }) => ({ kind: 'live', record }) as const),
  ];
  const optionId = (at: number): string => `${id}-option-${at}`;
  const hide = (): void => {
    open.value = false;
    typed.value = '';
    active.value = -1;
  };
  const show = (): void => {
    open.value = true;
  };
  const take = (offer: Offer | undefined): void => {
    if (offer === undefined) return;
    hide();
    onChoose(offer.kind === 'usual' ? offer : { kind: 'live', room: offer.record.id });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (open.value) take(offers[active.value] ?? (typed.value === '' ? undefined : offers[0]));
      else show();
    } else if (event.key === 'Escape' && open.value) {
      // Closes the list alone, and not the window.
      event.preventDefault();
      event.stopPropagation();
      hide();
    } else {
      const next = nextPlace(event.key, active.value, offers.length);
      const edits = (event.key === 'Home' || event.key === 'End') && typed.value !== '';
      if (next === undefined || edits) return;
      event.preventDefault();
      if (open.value) active.value = next;
      else show();
    }
  };
  useLayoutEffect(() => {
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  }, [active.value]);
  const title =
    choice?.kind === 'live'
      ? lengthAndTitle(
          rooms.find((one) => one.id === choice.room),
          words.locale,
        )
      : choice?.kind === 'usual'
        ? lives === undefined
          ? t('two_lives_usual_about')
          : t('two_lives_usual_note', { count: { kind: 'count', value: lives } })
        : undefined;
  return (
    <div class="side-field">
      <label class="side-field-box">
        <span class={`two-lives-letter two-lives-letter-${place}`} aria-hidden="true">
          {letterOf[place]}
        </span>
        <span>
          <VisuallyHidden>
            {t('two_lives_side', { letter: { kind: 'text', text: letterOf[place] } })}
          </VisuallyHidden>
          <input
            type="text"
            role="combobox"
            aria-expanded={open.value}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active.value >= 0 ? optionId(active.value) : undefined}
            autocomplete="off"
            spellcheck={false}
            placeholder={t('two_lives_choose')}
            value={open.value ? typed.value : sideName(choice, rooms, words)}
            onClick={show}
            onBlur={hide}
            onInput={(event) => {
              open.value = true;
              typed.value = event.currentTarget.value;
              active.value = -1;
            }}
            onKeyDown={press}
          />
          <small class="clip-text" dir="auto">
            {title ?? ' '}
          </small>
        </span>
      </label>
      <div
        class="side-field-list"
        tabIndex={-1}
        hidden={!open.value}
        // A press on the list leaves the focus in the field.
        onPointerDown={(event) => event.preventDefault()}
      >
        <div id={`${id}-list`} role="listbox" aria-label={t('two_lives_choices')} tabIndex={-1}>
          {open.value &&
            offers.map((offer, at) => (
              <div
                key={offer.kind === 'usual' ? 'usual' : offer.record.id}
                id={optionId(at)}
                class={offer.kind === 'usual' ? 'picker-option side-usual' : 'picker-option'}
                role="option"
                aria-selected={active.value === at}
                tabIndex={-1}
                onClick={() => take(offer)}
                onKeyDown={press}
              >
                {offer.kind === 'usual' ? (
                  <span>
                    <b>{t('two_lives_usual')}</b>
                    <small>{t('two_lives_usual_about')}</small>
                  </span>
                ) : (
                  <RoomOption record={offer.record} now={app.now.value} />
                )}
              </div>
            ))}
        </div>
        {open.value && offers.length === 0 && <p class="picker-empty">{t('two_lives_no_match')}</p>}
      </div>
    </div>
  );
}

/** How long a LIVE lasted and what it is called, as far as either is known. */
function lengthAndTitle(record: RoomRecord | undefined, locale: string): string | undefined {
  if (record === undefined) return undefined;
  const length = lengthOf(record.room);
  const parts = [
    length === undefined ? undefined : formatDuration(length, locale),
    record.room.title,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
