import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import type { ReadingGap } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { Fields, Gaps } from '../seller-center/fields.ts';
import { listFields, type ReadField, readFields } from './api-fields.ts';
import { listEndpoint, originOfEndpoint } from './endpoints.ts';

/** A LIVE as the list tells it. */
export interface ListRow {
  readonly id: RoomId;
  readonly title: string | undefined;
  readonly username: string | undefined;
  readonly startedAt: UnixSeconds | undefined;
  /** Absent while it runs. */
  readonly endedAt: UnixSeconds | undefined;
  /** Whether views, clicks and the like were answered: they are of the shop's own accounts only. */
  readonly isOwn: boolean;
  readonly fields: readonly ReadField[];
  readonly gaps: readonly ReadingGap[];
}

/** A page of the list of a shop's LIVEs. */
export interface ListPage {
  readonly rows: readonly { readonly id: RoomId; readonly row: Record<string, unknown> }[];
  readonly next: string | undefined;
  /** The day up to which figures are there, in the shop's zone. */
  readonly availableTo: string | undefined;
  readonly total: number | undefined;
  /** Rows without an id that can be one. */
  readonly unread: number;
}

const RowSchema = v.record(v.string(), v.unknown());

/** Reads a page of the list; rows stay as they came. */
export function readListPage(data: Record<string, unknown>): ListPage {
  const gaps = new Gaps(originOfEndpoint(listEndpoint));
  const page = Fields.of(data, gaps);
  const sessions = v.safeParse(v.array(RowSchema), data.live_stream_sessions);
  const all = sessions.success ? sessions.output : [];
  const rows = all.flatMap((row) => {
    const id = v.safeParse(RoomIdSchema, row.id);
    return id.success ? [{ id: id.output, row }] : [];
  });
  return {
    rows,
    next: page.text('next_page_token'),
    availableTo: page.text('latest_available_date'),
    total: page.count('total_count'),
    unread: all.length - rows.length,
  };
}

/** Reads a LIVE's row of the list. An end of nothing, 0 or before its start is none: it runs. */
export function readListRow(id: RoomId, data: Record<string, unknown>): ListRow {
  const gaps = new Gaps(originOfEndpoint(listEndpoint));
  const row = Fields.of(data, gaps);
  const fields = readFields(row, listFields, listEndpoint);
  const startedAt = row.instant('start_time');
  const endedAt = row.instant('end_time');
  return {
    id,
    title: row.text('title'),
    username: row.text('username'),
    startedAt,
    endedAt: endedAt !== undefined && endedAt > (startedAt ?? 0) ? endedAt : undefined,
    isOwn: row.has('interaction_performance'),
    fields,
    gaps: gaps.list,
  };
}
