import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Region } from '../../metrics/feed/category-slice.ts';
import type { DayOrder } from '../../sources/exports/cells/instant.ts';
import { exportRegions } from '../../sources/exports/regions.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Select } from '../design/select.tsx';
import { useApp } from '../state/app.ts';
import type { ImportStore } from '../state/import-store.ts';
import type { OpenQuestion } from '../state/import-view.ts';
import { StepHeading } from './step-heading.tsx';

const orders = { 'day-first': 'import_day_first', 'month-first': 'import_month_first' } as const;
const dayOrders = ['day-first', 'month-first'] as const;

/** What files don't say of themselves: where their shop is, and how they write dates. */
export function AskingStep({
  store,
  questions,
}: {
  store: ImportStore;
  questions: readonly OpenQuestion[];
}): JSX.Element {
  const { t } = useI18n();
  const region = useSignal<Region | undefined>(useOnlyRegion());
  const order = useSignal<DayOrder | undefined>(undefined);
  const asks = (ask: OpenQuestion['ask']) => questions.find((one) => one.ask === ask);
  const [ofRegion, ofOrder] = [asks('region'), asks('day-order')];
  const open =
    ofRegion !== undefined && region.value === undefined
      ? 'import_region_first'
      : ofOrder !== undefined && order.value === undefined
        ? 'import_day_order_first'
        : undefined;
  const hint = useId();
  return (
    <form
      class="import-steps"
      onSubmit={(event) => {
        event.preventDefault();
        if (open !== undefined) return;
        void store.say({
          ...(ofRegion === undefined ? {} : { region: region.value }),
          ...(ofOrder === undefined ? {} : { dayOrder: order.value }),
        });
      }}
    >
      <StepHeading text={t('import_questions_title')} />
      {ofRegion !== undefined && (
        <RegionQuestion
          files={ofRegion.files}
          value={region.value}
          onChoose={(value) => {
            region.value = value;
          }}
        />
      )}
      {ofOrder !== undefined && (
        <DayOrderQuestion
          files={ofOrder.files}
          value={order.value}
          onChoose={(value) => {
            order.value = value;
          }}
        />
      )}
      <div class="import-foot">
        <button
          type="submit"
          class="button button-primary"
          disabled={open !== undefined}
          aria-describedby={open === undefined ? undefined : hint}
        >
          {t('import_go_on')}
        </button>
        <Button onClick={store.reset}>{t('import_back')}</Button>
        {open !== undefined && (
          <span id={hint} class="quiet small">
            {t(open)}
          </span>
        )}
      </div>
    </form>
  );
}

interface QuestionProps<T> {
  readonly files: readonly string[];
  readonly value: T | undefined;
  readonly onChoose: (value: T) => void;
}

function RegionQuestion({ files, value, onChoose }: QuestionProps<Region>): JSX.Element {
  const { t, locale } = useI18n();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const choices = exportRegions
    .map((region) => ({ value: String(region), name: names.of(region) ?? region }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <div class="import-question">
      <p class="import-names">
        {t('import_region_what', { files: { kind: 'text', text: files.join(', ') } })}
      </p>
      <Select
        label={t('import_region')}
        value={value ?? ''}
        choices={[{ value: '', name: t('import_region_choose'), disabled: true }, ...choices]}
        onChoose={(chosen) => {
          const region = exportRegions.find((one) => one === chosen);
          if (region !== undefined) onChoose(region);
        }}
      />
    </div>
  );
}

function DayOrderQuestion({ files, value, onChoose }: QuestionProps<DayOrder>): JSX.Element {
  const { t } = useI18n();
  const name = useId();
  return (
    <fieldset class="import-choices">
      <legend class="import-names">
        {t('import_day_order_what', { files: { kind: 'text', text: files.join(', ') } })}
      </legend>
      {dayOrders.map((order) => (
        <label key={order}>
          <input
            type="radio"
            name={name}
            checked={value === order}
            onChange={() => onChoose(order)}
          />
          {t(orders[order])}
        </label>
      ))}
    </fieldset>
  );
}

/** The region of the LIVEs that are known, where they are all of one. */
function useOnlyRegion(): Region | undefined {
  const { list } = useApp();
  const known = new Set(list.view.value.rooms.flatMap(({ room }) => room.region ?? []));
  const [only] = known;
  return known.size === 1 ? exportRegions.find((region) => region === only) : undefined;
}
