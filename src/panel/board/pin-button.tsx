import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Result } from '../../metrics/fault.ts';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { useApp } from '../state/app.ts';
import { thingName } from './names.ts';
import '../design/visually-hidden.css';
import './pin-button.css';
import { type Pinnable, sameness } from './pinnable.ts';

/**
 * Puts a thing on the board, or takes it off again; it knows what stands there already and says what
 * happened. `words` is a button with words, `icon` one of the pin alone, `cover` the same over a picture.
 */
export function PinButton({
  pinnable,
  look = 'words',
}: {
  pinnable: Pinnable;
  look?: 'words' | 'icon' | 'cover';
}): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { board } = useApp();
  const said = useSaid(sameness(pinnable.thing));
  const there = board.find(pinnable.thing);
  const name = { kind: 'text', text: thingName(pinnable.thing, words) } as const;
  const label = t(there === undefined ? 'board_pin_label' : 'board_pinned_label', { name });
  const toggle = async (): Promise<void> => {
    const reply = await (there === undefined ? board.pin(pinnable) : board.drop(there.id));
    const done = there === undefined ? 'board_said_pinned' : 'board_said_dropped';
    said.say(reply, t(done, { name }));
  };
  return (
    <span class={`pin-toggle pin-toggle-${look}`}>
      <button
        type="button"
        class={look === 'words' ? 'button button-plain' : 'icon-button'}
        aria-pressed={there !== undefined}
        aria-label={label}
        title={look === 'words' ? undefined : label}
        onClick={() => void toggle()}
      >
        {look === 'words' ? (
          // Both words take their room, so that nothing shifts when one takes the other's place.
          <span class="pin-toggle-words">
            <span hidden={there !== undefined}>
              <Icon name="pin" size={14} />
              {t('board_pin')}
            </span>
            <span hidden={there === undefined}>
              <Icon name="pin" size={14} />
              {t('board_pinned')}
            </span>
          </span>
        ) : (
          <Icon name="pin" size={14} />
        )}
      </button>
      {said.region}
    </span>
  );
}

/**
 * Pins the moment that a player shows: `momentNow` is asked when the button is pressed. A moment that
 * stands on the board already isn't pinned twice.
 */
export function PinMoment({ momentNow }: { momentNow: () => Pinnable | undefined }): JSX.Element {
  const words = useI18n();
  const { t } = words;
  const { board } = useApp();
  const said = useSaid('');
  const pin = async (): Promise<void> => {
    const pinnable = momentNow();
    if (pinnable === undefined) return;
    const name = { kind: 'text', text: thingName(pinnable.thing, words) } as const;
    const there = board.find(pinnable.thing) !== undefined;
    const reply = await board.pin(pinnable);
    said.say(reply, t(there ? 'board_said_there' : 'board_said_pinned', { name }));
  };
  return (
    <span class="pin-toggle pin-toggle-moment">
      <button type="button" class="button button-plain" onClick={() => void pin()}>
        <Icon name="pin" size={14} />
        {t('board_pin_moment')}
      </button>
      {said.region}
    </span>
  );
}

/** A polite region beside the button, since one elsewhere falls silent while a window lies over it. */
function useSaid(thing: string): {
  readonly say: (reply: Result<unknown>, sentence: string) => void;
  readonly region: JSX.Element;
} {
  const { t } = useI18n();
  const said = useSignal({ thing, text: '' });
  return {
    say: (reply, sentence) => {
      const text = reply.ok
        ? sentence
        : t('board_said_failed', { reason: { kind: 'phrase', phrase: reply.fault.text } });
      said.value = { thing, text };
    },
    region: (
      <span class="visually-hidden" role="status">
        {said.value.thing === thing ? said.value.text : ''}
      </span>
    ),
  };
}
