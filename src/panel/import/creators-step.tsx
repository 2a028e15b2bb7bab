import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import type { ImportStore } from '../state/import-store.ts';
import type { CreatorInFiles } from './creators.ts';
import { StepHeading } from './step-heading.tsx';

/** Which creators are the shop's own, of those in the files; those that are known here are ticked. */
export function CreatorsStep({
  store,
  creators,
}: {
  store: ImportStore;
  creators: readonly CreatorInFiles[];
}): JSX.Element {
  const { t } = useI18n();
  const ticked = useSignal<ReadonlySet<string>>(
    new Set(creators.flatMap(({ key, known }) => (known ? [key] : []))),
  );
  const tick = (keys: readonly string[], on: boolean): void => {
    const next = new Set(ticked.value);
    for (const key of keys) on ? next.add(key) : next.delete(key);
    ticked.value = next;
  };
  const all = creators.map(({ key }) => key);
  const isNone = ticked.value.size === 0;
  return (
    <>
      <StepHeading text={t('import_creators_title')} />
      <p>{t('import_creators_what', { count: { kind: 'count', value: creators.length } })}</p>
      <div class="row">
        <Button look="link" onClick={() => tick(all, true)}>
          {t('import_creators_all')}
        </Button>
        <Button look="link" onClick={() => tick(all, false)}>
          {t('import_creators_none')}
        </Button>
      </div>
      <ul class="import-creators" aria-label={t('import_creators_title')}>
        {creators.map(({ key, name, lives, known }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={ticked.value.has(key)}
                onChange={(event) => tick([key], event.currentTarget.checked)}
              />
              <span>
                <bdi>{name}</bdi>
                {known && <small class="quiet"> · {t('import_creators_known')}</small>}
              </span>
              <span class="quiet">
                {t('import_file_lives', { count: { kind: 'count', value: lives } })}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="import-foot">
        <Button look="primary" disabled={isNone} onClick={() => void store.pick(ticked.value)}>
          {t('import_go_on')}
        </Button>
        <Button onClick={store.reset}>{t('import_back')}</Button>
        <span role="status" class="small quiet">
          {isNone && t('import_no_creator')}
        </span>
      </div>
    </>
  );
}
