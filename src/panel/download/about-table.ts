import type { Report } from '../../diagnosis/report.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import type { Session } from '../../metrics/session.ts';
import type { Zone } from '../../metrics/time.ts';
import { zoneLabel } from '../../platform/format.ts';
import type { I18n } from '../design/i18n.ts';
import { basisNames } from '../diagnosis/basis-names.ts';
import {
  columns,
  type DataTable,
  idCell,
  instantCell,
  labelCell,
  numberCell,
  readAtCell,
  type TypedCell,
  wordsCell,
} from './cell.ts';

/** Which LIVE it is, when it was read and what it is compared with: what stands on every file. */
export function aboutTable(report: Report, session: Session, zone: Zone, { t }: I18n): DataTable {
  const { id, title, creator, startedAt, endedAt, duration } = session.room;
  return {
    id: 'about',
    title: t('csv_sheet_about'),
    head: columns(t('app_name'), ...(report.simulated ? [t('csv_simulated')] : [])),
    rows: [
      [labelCell(t('csv_room_id')), isNameless(id) ? undefined : idCell(id)],
      [labelCell(t('csv_title')), wordsCell(title)],
      [labelCell(t('csv_creator')), wordsCell(creator?.handle ?? creator?.name)],
      [labelCell(t('csv_started'), 'instant'), instantCell(startedAt)],
      [labelCell(t('csv_ended'), 'instant'), instantCell(endedAt)],
      [labelCell(t('csv_length'), 'seconds'), numberCell('seconds', duration)],
      [labelCell(t('csv_zone')), wordsCell(zone.name ?? zoneLabel(zone))],
      [labelCell(t('csv_read_at'), 'instant'), readAtCell(session.origins.figures?.at)],
      [labelCell(t('csv_currency')), wordsCell(report.currency)],
      [labelCell(t('csv_basis')), wordsCell(t(basisNames[report.basis]))],
      ...feedRows(report, t),
      [
        labelCell(t('csv_note')),
        wordsCell(t(report.simulated ? 'panel_foot_sample' : 'panel_foot')),
      ],
    ],
  };
}

/** Whose the category feed is and what it rests on. */
function feedRows({ feed }: Report, say: I18n['t']): TypedCell[][] {
  if (feed === undefined) return [];
  return [
    [
      labelCell(say('csv_feed')),
      wordsCell(feed.name),
      ...(feed.simulated ? [wordsCell(say('csv_simulated'))] : []),
    ],
    [labelCell(say('csv_feed_region')), wordsCell(feed.region)],
    [labelCell(say('csv_feed_day')), wordsCell(feed.day)],
    [labelCell(say('csv_feed_window')), numberCell('count', feed.window)],
    [labelCell(say('csv_feed_lives')), numberCell('count', feed.lives)],
    [labelCell(say('csv_feed_shops')), numberCell('count', feed.shops)],
  ];
}
