import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { RoomId } from '../../metrics/ids.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { Select } from '../design/select.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useApp } from '../state/app.ts';
import {
  type Comparing,
  createTwoLivesStore,
  type SidePlace,
  type TwoLivesStore,
} from '../state/two-lives-store.ts';
import { useAllFigures } from '../state/use-all-figures.ts';
import { Compared } from './compared.tsx';
import { SideField } from './side-field.tsx';
import { letterOf, sideNames } from './side-words.ts';
import './two-lives.css';

/** Two LIVEs, a LIVE and the usual, or two hosts of one LIVE, over the panel. */
export function CompareDialog(): JSX.Element | null {
  const { comparing } = useApp();
  if (comparing.value === undefined) return null;
  const { room, other } = comparing.value;
  return (
    <CompareWindow
      key={`${room} ${other}`}
      room={room}
      other={other}
      onClose={() => {
        comparing.value = undefined;
      }}
    />
  );
}

function CompareWindow({
  room,
  other,
  onClose,
}: Comparing & { readonly onClose: () => void }): JSX.Element {
  const { t } = useI18n();
  const { ports, list, settings } = useApp();
  useAllFigures();
  const store = useMemo(
    () =>
      createTwoLivesStore({
        ports,
        list: list.view,
        settings: settings.settings,
        which: settings.settings.peek().sample ? 'sample' : 'shop',
        room,
        other,
      }),
    [ports, list, settings, room, other],
  );
  useEffect(() => store.stop, [store]);
  useEffect(() => void list.fetch(), [list]);
  return (
    <div class="two-lives">
      <Dialog title={t('two_lives_title')} onClose={onClose}>
        <div class="two-lives-body">
          <Choices store={store} />
          <Shown store={store} />
        </div>
      </Dialog>
    </div>
  );
}

function Choices({ store }: { store: TwoLivesStore }): JSX.Element {
  const { t } = useI18n();
  const isHosts = store.first.value.kind === 'host';
  return (
    <div class="two-lives-choices">
      {(isHosts || store.hosts.value.length > 1) && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a box around two buttons.
        <div class="two-lives-what" role="group" aria-label={t('two_lives_what')}>
          <Button aria-pressed={!isHosts} onClick={() => store.turnTo('lives')}>
            {t('two_lives_what_lives')}
          </Button>
          <Button aria-pressed={isHosts} onClick={() => store.turnTo('hosts')}>
            {t('two_lives_what_hosts')}
          </Button>
        </div>
      )}
      <SideChooser place="first" store={store} />
      <IconButton icon="loop" label={t('two_lives_swap')} onClick={store.swap} />
      <SideChooser place="second" store={store} />
    </div>
  );
}

function SideChooser({ place, store }: { place: SidePlace; store: TwoLivesStore }): JSX.Element {
  const { t } = useI18n();
  const choice = store[place].value;
  const view = store.view.value;
  if (choice?.kind !== 'host') {
    return (
      <SideField
        place={place}
        choice={choice}
        taken={store[place === 'first' ? 'second' : 'first'].value}
        lives={view.state === 'told' ? view[place].lives : undefined}
        onChoose={(chosen) => store.choose(place, chosen)}
      />
    );
  }
  return (
    <div class="side-host">
      <span class={`two-lives-letter two-lives-letter-${place}`} aria-hidden="true">
        {letterOf[place]}
      </span>
      <Select
        label={t('two_lives_side_host', { letter: { kind: 'text', text: letterOf[place] } })}
        value={choice.name}
        choices={store.hosts.value.map((name) => ({ value: name, name }))}
        onChoose={(name) => store.choose(place, { kind: 'host', name })}
      />
    </div>
  );
}

/** What the choices come to: the comparison, or what it lacks and how to get it. */
function Shown({ store }: { store: TwoLivesStore }): JSX.Element {
  const { t, write } = useI18n();
  const view = store.view.value;
  const refused = store.refused.value;
  const fault = refused !== undefined && <Notice tone="fault">{write(refused.text)}</Notice>;
  switch (view.state) {
    case 'choosing':
      return <NoSecond />;
    case 'reading':
      return (
        <div aria-busy="true">
          <p class="quiet">{t('two_lives_reading')}</p>
          <Skeleton height="320px" />
        </div>
      );
    case 'unread':
      return (
        <>
          <Notice actions={<FetchButton store={store} rooms={[view.room]} />}>
            {t('two_lives_unread')}
          </Notice>
          {fault}
        </>
      );
    case 'failed':
      return <Notice tone="fault">{write(view.fault.text)}</Notice>;
    case 'no-usual':
      return <Notice>{t('two_lives_no_usual')}</Notice>;
    case 'told':
      return (
        <>
          {view.lacking.length > 0 && (
            <Notice actions={<FetchButton store={store} rooms={view.lacking} />}>
              {t('two_lives_lacking')}
            </Notice>
          )}
          {fault}
          <Compared
            comparison={view.comparison}
            names={sideNames({ first: store.first.value, second: store.second.value })}
            first={view.first}
            second={view.second}
          />
        </>
      );
  }
}

/** Nothing to compare with yet, and where more LIVEs come from. */
function NoSecond(): JSX.Element {
  const { t } = useI18n();
  const { comparing, importing, list } = useApp();
  if (list.view.value.fetching) return <p class="quiet">{t('panel_picker_fetching')}</p>;
  return (
    <Notice
      actions={
        <Button
          onClick={() => {
            comparing.value = undefined;
            importing.value = [];
          }}
        >
          {t('import_open')}
        </Button>
      }
    >
      {t('two_lives_none')}
    </Notice>
  );
}

function FetchButton({
  store,
  rooms,
}: {
  store: TwoLivesStore;
  rooms: readonly RoomId[];
}): JSX.Element {
  const { t } = useI18n();
  const isBusy = store.asking.value.length > 0;
  return (
    <Button disabled={isBusy} onClick={() => void store.fetch(rooms)}>
      {t(isBusy ? 'two_lives_fetching' : 'two_lives_fetch')}
    </Button>
  );
}
