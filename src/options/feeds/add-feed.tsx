import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { type Feed, type FeedAddress, parseFeedAddress } from '../../metrics/feed/feed.ts';
import type { Text } from '../../metrics/text.ts';
import { Button } from '../../panel/design/button.tsx';
import { useI18n } from '../../panel/design/i18n.ts';
import { Notice } from '../../panel/design/notice.tsx';
import type { FeedsStore } from './store.ts';

interface Said {
  readonly tone: 'info' | 'fault';
  readonly text: Text;
}

/** The address of a feed, typed or pasted; the browser's question and the outcome follow. */
export function AddFeed({ store }: { store: FeedsStore }): JSX.Element {
  const { t, write } = useI18n();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const typed = useSignal('');
  const adding = useSignal(false);
  const said = useSignal<Said | undefined>(undefined);

  const refuse = (text: Text): void => {
    said.value = { tone: 'fault', text };
    field.current?.focus();
  };
  const add = async (address: FeedAddress): Promise<void> => {
    adding.value = true;
    said.value = { tone: 'info', text: { key: 'feed_adding', values: host(address) } };
    const added = await store.add(address);
    adding.value = false;
    if (added.ok) {
      said.value = undefined;
      typed.value = '';
      field.current?.focus();
    } else
      refuse({
        key: 'feed_not_added',
        values: { why: { kind: 'phrase', phrase: added.fault.text } },
      });
  };
  const submit = (): void => {
    const address = parseFeedAddress(typed.value);
    if (address === undefined) refuse({ key: 'feed_address_wrong' });
    else if (store.view.value.feeds.some((feed) => feed.address === address)) {
      refuse({ key: 'feed_address_known' });
    } else void add(address);
  };

  const { added } = store.view.value;
  const shown = said.value ?? (added && addedText(added));

  return (
    <form
      class="feed-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!adding.value) submit();
      }}
    >
      <label for={`${id}-address`}>{t('feed_address')}</label>
      <div class="feed-field">
        <input
          ref={field}
          id={`${id}-address`}
          type="url"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          spellcheck={false}
          placeholder="https://…/index.json"
          aria-describedby={`${id}-note`}
          aria-invalid={said.value?.tone === 'fault'}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
        <Button look="primary" type="submit" aria-disabled={adding.value}>
          {t('feed_add')}
        </Button>
      </div>
      <p id={`${id}-note`} class="quiet small">
        {t('feed_ask_note')}
      </p>
      {shown !== undefined && <Notice tone={shown.tone}>{write(shown.text)}</Notice>}
    </form>
  );
}

function addedText({ name }: Feed): Said {
  return {
    tone: 'info',
    text: { key: 'feed_added', values: { name: { kind: 'text', text: name } } },
  };
}

function host(address: FeedAddress): NonNullable<Text['values']> {
  return { host: { kind: 'text', text: new URL(address).host } };
}
