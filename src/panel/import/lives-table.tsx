import type { JSX } from 'preact';
import { moneyOf } from '../../metrics/figure.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import { toMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant, formatMoney } from '../../platform/format.ts';
import { Chip, type Tone } from '../design/chip.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import type { PreviewLive } from './preview.ts';
import { useGrowingList } from './use-growing-list.tsx';

/** LIVEs that are drawn at first. */
const SHOWN = 100;

const states = {
  new: { tone: 'accent', name: 'import_state_new' },
  updated: { tone: 'high', name: 'import_state_updated' },
  same: { tone: 'plain', name: 'import_state_same' },
  twice: { tone: 'plain', name: 'import_state_twice' },
} as const satisfies Record<PreviewLive['state'], { tone: Tone; name: string }>;

/** Every LIVE of the files: when, how long, what it made, and what would become of it. */
export function LivesTable({ lives }: { lives: readonly PreviewLive[] }): JSX.Element {
  const { t } = useI18n();
  const { shown, more } = useGrowingList(lives, SHOWN);
  return (
    <div class="import-lives">
      <TableScroll label={t('import_table')}>
        <table class="table table-lines">
          <thead>
            <tr>
              <th scope="col">{t('panel_started')}</th>
              <th scope="col">{t('panel_duration')}</th>
              <th scope="col">{t('metric_gmv_name')}</th>
              <th scope="col">{t('import_state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((live, place) => (
              <LiveRow key={place} live={live} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {more}
    </div>
  );
}

function LiveRow({ live: { session, state } }: { live: PreviewLive }): JSX.Element {
  const { t, locale } = useI18n();
  const { room, figures } = session;
  const { tone, name } = states[state];
  const length = lengthOf(room);
  const gmv = moneyOf(figures, 'gmv');
  const money = gmv ?? moneyOf(figures, 'directGmv');
  const isDirect = gmv === undefined && money !== undefined;
  return (
    <tr>
      <th scope="row">
        {room.startedAt === undefined
          ? (room.title ?? '–')
          : formatInstant(toMs(room.startedAt), room.zone, locale, 'both')}
      </th>
      <td>{length === undefined ? '–' : formatDuration(length, locale)}</td>
      <td>
        {money === undefined ? '–' : formatMoney(money, locale, 'figure')}
        {isDirect && <small class="quiet"> {t('panel_direct')}</small>}
      </td>
      <td>
        <Chip tone={tone}>{t(name)}</Chip>
      </td>
    </tr>
  );
}
