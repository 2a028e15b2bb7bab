import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { capturedLive } from '../../diagnosis/fixtures/captured.ts';
import type { Report } from '../../diagnosis/report.ts';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_SECONDS, seconds, toMs, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import { printReport } from '../print-report.ts';
import { terminalWriter } from '../text.ts';
import { judgeLives } from './judge.ts';
import { timelineSections } from './print-timeline.ts';

const captured = capturedLive();
const { startedAt, endedAt } = captured.room;
if (startedAt === undefined || endedAt === undefined)
  throw new Error('The captured LIVE has edges.');
const begun: UnixSeconds = startedAt;
const over: UnixSeconds = endedAt;
const writer = terminalWriter();

/** The captured LIVE some days before. */
function before(days: number): Session {
  const { timeline, pins: _, ...rest } = captured;
  const off = days * DAY_SECONDS;
  return {
    ...rest,
    room: {
      ...captured.room,
      id: v.parse(RoomIdSchema, String(BigInt(captured.room.id) - BigInt(days))),
      startedAt: unixSeconds(begun - off),
      endedAt: unixSeconds(over - off),
    },
    ...(timeline && {
      timeline: {
        ...timeline,
        series: timeline.series.map((one) => ({
          ...one,
          points: one.points.map(([at, value]) => [unixSeconds(at - off), value]),
        })),
      },
    }),
  };
}

/** The report of a LIVE that is judged with those before it. */
function judged(session: Session, earlier: readonly Session[] = []): Report {
  const given = [session, ...earlier].map((one) => ({ session: one }));
  const [live] = judgeLives(given, { now: toMs(over) });
  if (live === undefined) throw new Error('Nothing was judged.');
  return live.report;
}

/** What is printed of how a LIVE went. */
function printed(session: Session): string {
  return timelineSections(judged(session), session, writer.write)
    .map((section) => section.join('\n'))
    .join('\n\n');
}

describe('how a LIVE went, in a terminal', () => {
  it('is printed part by part, in lines of a hundred characters at most', () => {
    const went = printed(captured);
    expect(went).toContain('No lasting change after the opening.');
    expect(went).toMatch(/Best times\n {2}No time pays clearly more than the others/);
    expect(went).toMatch(
      /\n {2}Saturday( +–){2} +₫1,6\d{2},\d{3} +₫2,1\d{2},\d{3} +₫2,\d{3},\d{3} +₫1,\d{3},\d{3}\n/,
    );
    expect(went).toMatch(/\n {4}09:04 to 09:17 +too little( +–){2} +13 min 44 sec\n/);
    expect(went.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
    expect(went).not.toMatch(/\{\w+\}|NaN|undefined|cli_|panel_|course_/);
  });

  it('says what each part needs that can’t be told, and nothing of the pace of an ended LIVE', () => {
    const went = printed(captured);
    const untold = went.slice(went.indexOf('what can’t be told'));
    const { timeline: _, ...bare } = captured;
    expect(printed(bare)).toContain(
      '\n  Quiet stretches: Needs 12 orders with their times, or 10 comments',
    );
    expect(untold).toContain('  Mix or rate, by traffic source: Needs 5 more earlier LIVEs');
    expect(went).not.toContain('Pace');
  });

  it('stands below what to fix, where a violation follows the step it may have cost, and what is sold out is last', () => {
    const [sold, ...others] = captured.products ?? [];
    if (sold === undefined) throw new Error('The captured LIVE has products.');
    const session: Session = {
      ...captured,
      products: [{ ...sold, stockLeft: 0 }, ...others],
      violations: [{ reason: 'Static picture' }],
    };
    const lines = printReport(judged(session), session, writer).split('\n');
    const numbered = lines.filter((line) => /^ {2}\d+\. /.test(line));
    const shown = numbered.findIndex((line) => line.includes('Get shown more'));
    expect(shown).toBeGreaterThanOrEqual(0);
    expect(numbered[shown + 1]).toMatch(/Clear up violations: 1 violation$/);
    expect(numbered.at(-1)).toMatch(/Restock .+: 1 sold out$/);
    expect(lines.join('\n')).not.toMatch(/Biggest lever/);
  });

  it('holds who hosted when, and what changed with what it cost', () => {
    const half = unixSeconds(begun + (lengthOf(captured.room) ?? 0) / 2);
    const quarter = 15 * 60;
    const places = Array.from({ length: 24 }, (_, place) => place);
    const changed: Session = {
      ...captured,
      hosts: [{ name: 'Lan', startedAt: begun, endedAt: half }],
      room: { ...captured.room, endedAt: unixSeconds(begun + 24 * quarter) },
      timeline: {
        interval: seconds(quarter),
        series: [
          {
            metric: 'orders',
            kind: 'amount',
            points: places.map((place) => [
              unixSeconds(begun + place * quarter),
              place < 12 ? 60 + (place % 3) : 6 + (place % 2),
            ]),
          },
        ],
      },
    };
    const went = printed(changed);
    expect(went).toMatch(/Hosts\n {2}Lan, 09:00 /);
    expect(went).toMatch(/What changed\n {2}Orders fell from \d+\/h to \d+\/h around /);
    expect(went).toMatch(/About\s+₫[\d.]+M less/);
  });

  it('tells mix and pace by the details of the earlier LIVEs', () => {
    const { endedAt: _, ...room } = captured.room;
    const running: Session = { ...captured, room: { ...room, status: 'live' } };
    const report = judged(running, [1, 2, 3, 4, 5].map(before));
    const went = printReport(report, running, writer);
    expect(went).toMatch(/\n\nPace so far\n {2}GMV .* within your usual/);
    expect(went).toMatch(/\n {2}GMV +₫[\d,]+ +₫[\d,]+ to ₫[\d,]+ +as usual\n/);
    expect(went).toMatch(
      /Why GMV\/h changed\n {2}From ₫[\d,]+\/h, your last 5 LIVEs together, to ₫[\d,]+\/h: mostly reach, ₫0\./,
    );
    expect(went).toMatch(/\n {2}All +(₫[\d.,KM]+)( +₫0){3} +\1\n/);
    expect(went).toContain('products');
  });
});
