import type { JSX } from 'preact';
import { useWords } from '../design/words.ts';
import { playerKeys } from './keys.ts';

/** What each key does in the player. */
export function KeyList(): JSX.Element {
  const { say } = useWords();
  return (
    <dl class="key-list">
      {playerKeys.map(({ shown, name }) => (
        <div key={name}>
          <dt>
            {shown.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{say(name)}</dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>Esc</kbd>
        </dt>
        <dd>{say('panel_close')}</dd>
      </div>
    </dl>
  );
}
