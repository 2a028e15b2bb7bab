import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { categories } from '../../metrics/feed/categories.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import type { SettingsPatch } from '../../platform/settings.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { useApp } from '../state/app.ts';

type Scope = 'room' | 'product' | 'shop';

/** Names the category of this LIVE, of its best-selling product, or of the whole shop. */
export function CategoryDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const { t, locale } = useI18n();
  const { report, settings, room } = useApp();
  const category = report.category.value;
  const { id: roomId } = room.view.value;
  const { product } = category;
  const picked = useSignal<string>(category.id ?? '');
  const scope = useSignal<Scope>(category.from === 'unknown' ? 'shop' : 'room');
  const sorted = categories
    .map(({ id, name }) => ({ value: String(id), name: t(name) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  const scopes: readonly { readonly value: Scope; readonly name: string }[] = [
    { value: 'room', name: t('panel_category_scope_room') },
    ...(product === undefined
      ? []
      : [
          {
            value: 'product' as const,
            name: t('panel_category_scope_product', {
              product: { kind: 'text', text: product.name ?? product.id },
            }),
          },
        ]),
    { value: 'shop', name: t('panel_category_scope_shop') },
  ];
  const save = (): void => {
    const chosen = categories.find(({ id }) => id === picked.value)?.id;
    if (chosen === undefined) return;
    void settings.change(patchOf(chosen));
    onClose();
  };
  return (
    <Dialog title={t('panel_category')} onClose={onClose}>
      <form
        class="category-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p class="small quiet">{t(sources[category.from])}</p>
        <Select
          label={t('panel_category')}
          value={picked.value}
          choices={[{ value: '', name: t('panel_category_choose'), disabled: true }, ...sorted]}
          onChoose={(value) => {
            picked.value = value;
          }}
        />
        <fieldset>
          <legend>{t('panel_category_scope')}</legend>
          {scopes.map(({ value, name }) => (
            <label key={value}>
              <input
                type="radio"
                name="scope"
                checked={scope.value === value}
                onChange={() => {
                  scope.value = value;
                }}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <div class="row">
          <Button look="primary" type="submit" disabled={picked.value === ''}>
            {t('panel_save')}
          </Button>
          <Button onClick={onClose}>{t('panel_cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );

  function patchOf(chosen: CategoryId): SettingsPatch {
    if (scope.value === 'room' && roomId !== undefined) {
      return { roomCategories: { [roomId]: chosen } };
    }
    const unpicked = roomId === undefined ? {} : { roomCategories: { [roomId]: null } };
    if (scope.value === 'product' && product !== undefined) {
      return {
        ...unpicked,
        productCategories: { [product.id]: chosen },
      };
    }
    return { ...unpicked, shopCategory: chosen };
  }
}

const sources = {
  room: 'panel_category_from_room',
  answer: 'panel_category_from_answer',
  product: 'panel_category_from_product',
  shop: 'panel_category_from_shop',
  unknown: 'panel_category_from_unknown',
} as const;
