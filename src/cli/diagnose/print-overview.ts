import { perHourIn } from '../../diagnosis/decomposition/funnel-kind.ts';
import { valueText } from '../../diagnosis/text/value-text.ts';
import { completeSession } from '../../metrics/complete/complete-session.ts';
import { numberOf } from '../../metrics/figure.ts';
import { toMs } from '../../metrics/time.ts';
import { table } from '../table.ts';
import type { TerminalText, TerminalWriter } from '../text.ts';
import type { JudgedLive } from './judge.ts';

/** A line a LIVE, newest first: when, what it made an hour, and what its report says first. */
export function overview(
  lives: readonly JudgedLive[],
  { write }: TerminalWriter,
): readonly string[] {
  const cell = (text: TerminalText): string => write(text);
  const rows = lives.map(({ session, status, report: judged }) => {
    const { room } = session;
    const { figures } = completeSession(session);
    const perHour = numberOf(figures, perHourIn(judged.funnel));
    const money =
      perHour === undefined
        ? ''
        : cell({
            key: 'cli_value',
            values: { value: valueText('money-per-hour', perHour, judged.currency) },
          });
    const at =
      room.startedAt === undefined
        ? room.id
        : cell({
            key: 'cli_value',
            values: {
              value: { kind: 'instant', at: toMs(room.startedAt), zone: room.zone, style: 'both' },
            },
          });
    return [at, write({ key: statuses[status] }), money];
  });
  const head = (['cli_overview_started', 'cli_overview_status', 'cli_overview_money'] as const).map(
    (key) => write({ key }),
  );
  const lines = table([head, ...rows]);
  return lines.map((line, place) => {
    const live = lives[place - 1];
    return live === undefined ? line : `${line}  ${write(live.report.summary)}`;
  });
}

const statuses = {
  live: 'cli_status_live',
  provisional: 'cli_status_provisional',
  final: 'cli_status_final',
  'left-out': 'cli_status_left_out',
} as const;
