import type { JSX } from 'preact';
import { type Fault, isOfStorage } from '../../metrics/fault.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import '../design/section.css';
import '../picker/picker.css';
import { RoomOption } from '../picker/room-option.tsx';
import { useApp } from '../state/app.ts';
import { FaultNotice } from './states.tsx';
import './unread.css';

/** Saved LIVEs that are offered; the field above finds the rest. */
const SHOWN = 8;

/** In place of a LIVE that could not be read: why, the saved LIVEs that can be looked at meanwhile, and the sample shop. */
export function Unread({ fault }: { fault: Fault }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const { id } = app.room.view.value;
  const saved = app.list.view.value.rooms
    .filter((record) => record.fetchedAt !== undefined && record.id !== id)
    .slice(0, SHOWN);
  const { sample } = app.settings.settings.value;
  return (
    <section class="section unread" id="diagnosis" tabIndex={-1} aria-label={t('panel_summary')}>
      <FaultNotice fault={fault} />
      {saved.length > 0 && (
        <>
          <h2>{t('panel_saved_lives')}</h2>
          <ul class="unread-saved card">
            {saved.map((record) => (
              <li key={record.id}>
                <button
                  type="button"
                  class="picker-option"
                  onClick={() => {
                    app.touch();
                    void app.open(record.id);
                  }}
                >
                  <RoomOption record={record} now={app.now.value} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {!sample && !isOfStorage(fault) && (
        <Button
          look="link"
          onClick={() => {
            app.importing.value = [];
          }}
        >
          {t('import_open')}
        </Button>
      )}
      {!sample && !isOfStorage(fault) && (
        <Button look="link" icon="flask" onClick={() => void app.explore(true)}>
          {t('panel_explore_sample')}
        </Button>
      )}
    </section>
  );
}
