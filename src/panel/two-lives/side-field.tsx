import type { JSX } from 'preact';
import { lengthOf } from '../../metrics/live/length.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import { formatDuration } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { ComboboxOption, useCombobox } from '../design/combobox.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { datedName } from '../live-name.ts';
import { search } from '../palette/search.ts';
import '../picker/picker.css';
import { RoomOption } from '../picker/room-option.tsx';
import { useApp } from '../state/app.ts';
import type { SideChoice, SidePlace } from '../state/two-lives-store.ts';
import './side-field.css';
import { letterOf, sideName } from './side-words.ts';

/** LIVEs that the list offers at once. */
const OFFERED_LIVES = 12;

/** One thing that a side can be. */
type Offer = { readonly kind: 'usual' } | { readonly kind: 'live'; readonly record: ListedRoom };

/** The field for one side, a combobox: what is typed finds LIVEs by date, title and creator; the usual stands first. */
export function SideField({
  place,
  choice,
  taken,
  lives,
  onChoose,
}: {
  place: SidePlace;
  choice: SideChoice | undefined;
  /** What stands on the other side: a LIVE isn't held against itself. */
  taken: SideChoice | undefined;
  /** How many LIVEs the usual rests on, where it is chosen and known. */
  lives: number | undefined;
  onChoose: (choice: SideChoice) => void;
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const app = useApp();
  const box = useCombobox();
  const { rooms } = app.list.view.value;
  // Of hundreds of LIVEs nothing is worked out while the list is closed.
  const found = box.isOpen
    ? search(
        box.typed,
        rooms
          .filter(({ id }) => taken?.kind !== 'live' || taken.room !== id)
          .map((record) => ({
            name: datedName(record.room, words),
            also: [record.id, creatorName(record.room)].join(' '),
            record,
          })),
      )
    : [];
  const offers: readonly Offer[] = [
    ...(box.typed.trim() === '' ? [{ kind: 'usual' } as const] : []),
    ...found.slice(0, OFFERED_LIVES).map(({ record }) => ({ kind: 'live', record }) as const),
  ];
  const take = (offer: Offer | undefined): void => {
    if (offer === undefined) return;
    box.hide();
    onChoose(offer.kind === 'usual' ? offer : { kind: 'live', room: offer.record.id });
  };
  const parts = box.parts(offers.length, () =>
    take(offers[box.marked] ?? (box.typed === '' ? undefined : offers[0])),
  );
  return (
    <div class="side-field">
      <label class="combobox-field side-field-box">
        <span class={`two-lives-letter two-lives-letter-${place}`} aria-hidden="true">
          {letterOf[place]}
        </span>
        <span>
          <VisuallyHidden>
            {t('two_lives_side', { letter: { kind: 'text', text: letterOf[place] } })}
          </VisuallyHidden>
          <input
            {...parts.field}
            placeholder={t('two_lives_choose')}
            value={box.isOpen ? box.typed : sideName(choice, rooms, words)}
            onClick={box.show}
            onBlur={box.hide}
          />
          <small class="clip-text" dir="auto">
            {(box.isOpen ? undefined : aboutChoice(choice, rooms, lives, words)) ?? ' '}
          </small>
        </span>
      </label>
      <div
        class="combobox-list side-field-list"
        tabIndex={-1}
        hidden={!box.isOpen}
        // A press on the list leaves the focus in the field.
        onPointerDown={(event) => event.preventDefault()}
      >
        <div id={box.id} role="listbox" aria-label={t('two_lives_choices')} tabIndex={-1}>
          {box.isOpen &&
            offers.map((offer, at) => (
              <ComboboxOption
                key={offer.kind === 'usual' ? 'usual' : offer.record.id}
                parts={parts}
                place={at}
                class={offer.kind === 'usual' ? 'picker-option side-usual' : 'picker-option'}
                onTake={() => take(offer)}
              >
                {offer.kind === 'usual' ? (
                  <span>
                    <b>{t('two_lives_usual')}</b>
                    <small>{t('two_lives_usual_about')}</small>
                  </span>
                ) : (
                  <RoomOption record={offer.record} now={app.now.value} />
                )}
              </ComboboxOption>
            ))}
        </div>
        {box.isOpen && offers.length === 0 && <p class="picker-empty">{t('two_lives_no_match')}</p>}
      </div>
    </div>
  );
}

/** What stands under the name of what is chosen; undefined where there is nothing to say. */
function aboutChoice(
  choice: SideChoice | undefined,
  rooms: readonly ListedRoom[],
  lives: number | undefined,
  { t, locale }: I18n,
): string | undefined {
  if (choice?.kind === 'live') {
    return lengthAndTitle(
      rooms.find(({ id }) => id === choice.room),
      locale,
    );
  }
  if (choice?.kind !== 'usual') return undefined;
  return lives === undefined
    ? t('two_lives_usual_about')
    : t('two_lives_usual_note', { count: { kind: 'count', value: lives } });
}

/** How long a LIVE lasted and what it is called, as far as either is known. */
function lengthAndTitle(record: ListedRoom | undefined, locale: string): string | undefined {
  if (record === undefined) return undefined;
  const length = lengthOf(record.room);
  const parts = [
    length === undefined ? undefined : formatDuration(length, locale),
    record.room.title,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
