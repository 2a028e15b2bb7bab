import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { ImportStore } from '../state/import-store.ts';
import { type FileAccount, typedAccount } from './accounts.ts';
import { StepHeading } from './step-heading.tsx';

/** Whose the LIVEs are, where a file doesn't say it and several accounts are known, or none. */
export function AccountStep({
  store,
  accounts,
  files,
}: {
  store: ImportStore;
  accounts: readonly FileAccount[];
  files: readonly string[];
}): JSX.Element {
  const { t } = useI18n();
  const name = useId();
  const chosen = useSignal<FileAccount | undefined>(accounts[0]);
  const typed = useSignal('');
  const account = chosen.value ?? typedAccount(typed.value);
  return (
    <form
      class="import-steps"
      onSubmit={(event) => {
        event.preventDefault();
        if (account !== undefined) void store.own(account);
      }}
    >
      <StepHeading text={t('import_account_title')} />
      <p class="import-names">
        {t('import_account_what', { files: { kind: 'text', text: files.join(', ') } })}
      </p>
      {accounts.length > 0 && (
        <fieldset class="import-choices">
          <legend class="visually-hidden">{t('import_account_title')}</legend>
          {[...accounts, undefined].map((one) => (
            <label key={one?.name ?? ''}>
              <input
                type="radio"
                name={name}
                checked={chosen.value === one}
                onChange={() => {
                  chosen.value = one;
                }}
              />
              {one === undefined ? t('import_account_other') : <bdi>{one.name}</bdi>}
              {one !== undefined && one.lives > 0 && (
                <small class="quiet">
                  {t('import_file_lives', { count: { kind: 'count', value: one.lives } })}
                </small>
              )}
            </label>
          ))}
        </fieldset>
      )}
      {chosen.value === undefined && (
        <label class="import-field">
          <span>{t('import_account_handle')}</span>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder={t('import_account_example')}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
        </label>
      )}
      <div class="import-foot">
        <button type="submit" class="button button-primary" disabled={account === undefined}>
          {t('import_go_on')}
        </button>
        <Button onClick={store.reset}>{t('import_back')}</Button>
      </div>
    </form>
  );
}
