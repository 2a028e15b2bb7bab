import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import * as v from 'valibot';
import type { Fault, Result } from '../metrics/fault.ts';
import { categories } from '../metrics/feed/categories.ts';
import type { MessageKey } from '../metrics/text.ts';
import { useI18n } from '../panel/design/i18n.ts';
import { Notice } from '../panel/design/notice.tsx';
import { Section } from '../panel/design/section.tsx';
import { Select } from '../panel/design/select.tsx';
import type { SettingsStore } from '../panel/state/settings-store.ts';
import { languages, ownNameOf } from '../platform/languages.ts';
import { type PageKind, pageKindNames } from '../platform/page-kinds.ts';
import { DockSchema, panelOn } from '../platform/panel-choices.ts';
import type { SettingsPatch } from '../platform/settings.ts';
import type { LanguageStore } from './language-store.ts';

const panelNames = {
  'live-dashboard': 'options_dock_dashboard',
  'seller-center': 'options_dock_data',
  'live-manager': 'options_dock_manager',
} as const satisfies Record<PageKind, MessageKey>;

/** The seller's choices. */
export function Choices({
  store,
  language,
}: {
  store: SettingsStore;
  language: LanguageStore;
}): JSX.Element {
  const { t, write, locale } = useI18n();
  const fault = useSignal<Fault | undefined>(undefined);
  const settings = store.settings.value;
  const tell = (reply: Result<unknown>): void => {
    fault.value = reply.ok ? undefined : reply.fault;
  };
  const change = async (patch: SettingsPatch): Promise<void> => {
    tell(await store.change(patch));
  };
  const named = categories
    .map(({ id, name }) => ({ value: String(id), name: t(name) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <Section id="settings" title={t('options_settings')}>
      {fault.value !== undefined && <Notice tone="fault">{write(fault.value.text)}</Notice>}
      <Setting name={t('options_language')} what={t('options_language_what')}>
        <Select
          label={t('options_language')}
          value={language.chosen.value ?? ''}
          choices={[
            { value: '', name: t('options_language_browser') },
            ...languages.map((value) => ({ value, name: ownNameOf(value) })),
          ]}
          onChoose={async (value) =>
            tell(await language.choose(languages.find((known) => known === value)))
          }
        />
      </Setting>
      <Setting name={t('options_category')} what={t('options_category_what')}>
        <Select
          label={t('options_category')}
          value={settings.shopCategory ?? ''}
          choices={[{ value: '', name: t('options_category_none') }, ...named]}
          onChoose={(value) =>
            void change({ shopCategory: categories.find(({ id }) => id === value)?.id ?? null })
          }
        />
      </Setting>
      {pageKindNames.map((page, place) => (
        <Setting
          key={page}
          name={t(panelNames[page])}
          what={
            place === 0
              ? t('options_dock_what', { choice: { kind: 'message', message: 'panel_dock_auto' } })
              : undefined
          }
        >
          <Select
            label={t(panelNames[page])}
            value={panelOn(settings.panels, page).dock}
            choices={[
              { value: 'auto', name: t('panel_dock_auto') },
              { value: 'overlay', name: t('panel_dock_overlay') },
              { value: 'push', name: t('panel_dock_push') },
            ]}
            onChoose={(value) =>
              void change({ panels: { [page]: { dock: v.parse(DockSchema, value) } } })
            }
          />
        </Setting>
      ))}
      <Setting name={t('options_sample')} what={t('options_sample_what')}>
        <input
          type="checkbox"
          role="switch"
          class="switch"
          aria-label={t('options_sample')}
          aria-checked={settings.sample}
          checked={settings.sample}
          onChange={(event) => void change({ sample: event.currentTarget.checked })}
        />
      </Setting>
    </Section>
  );
}

function Setting({
  name,
  what,
  children,
}: {
  name: string;
  what: string | undefined;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="setting">
      <div>
        <b>{name}</b>
        {what !== undefined && <p>{what}</p>}
      </div>
      {children}
    </div>
  );
}
