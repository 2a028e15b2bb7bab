import { describe, expect, it } from 'vitest';
import { seconds, unixSeconds } from '../metrics/time.ts';
import { benchmarkFor } from './benchmark/benchmark-for.ts';
import { diagnose } from './diagnose.ts';
import { bareLive, capturedLive } from './fixtures/captured.ts';
import { pastSourcesOf, pastTimelineOf } from './past-details.ts';
import { timelineReportOf } from './timeline-report.ts';

const session = capturedLive();
const input = { session, history: [], currency: session.currency };

describe('the report on how a LIVE went', () => {
  it('works a part out when it is first read, and once', () => {
    let asked = 0;
    const { timeline, ...rest } = session;
    const watched = {
      ...rest,
      get timeline() {
        asked += 1;
        return timeline;
      },
    };
    const report = timelineReportOf({ ...input, session: watched });
    expect(asked).toBe(0);
    const { changes } = report;
    const after = asked;
    expect(after).toBeGreaterThan(0);
    expect(report.changes).toBe(changes);
    expect(asked).toBe(after);
  });

  it('prints every part', () => {
    const report = diagnose({ session, benchmark: benchmarkFor('own', session, []), history: [] });
    const { timeline } = JSON.parse(JSON.stringify(report));
    expect(Object.keys(timeline)).toEqual([
      'changes',
      'quiet',
      'pins',
      'presenters',
      'slots',
      'mix',
      'pace',
    ]);
    expect(timeline.pins).toMatchObject({ state: 'told', value: { products: expect.any(Array) } });
    expect(Object.keys(timeline.mix)).toEqual(['source', 'product']);
  });

  it('says of each part that can’t be told what it takes', () => {
    const bare = bareLive({});
    const { room } = bare;
    const unzoned = { ...bare, room: { id: room.id, status: 'ended' as const } };
    const report = timelineReportOf({ ...input, session: unzoned });
    const { mix, ...parts } = report;
    const needs = Object.entries({ ...parts, ...mix }).map(([name, part]) => [
      name,
      part.state === 'untold' ? part.needs.key : part.state,
    ]);
    expect(Object.fromEntries(needs)).toEqual({
      changes: 'pace_needsCourse',
      quiet: 'course_quietNeeds',
      pins: 'factor_pinRhythm_needs',
      presenters: 'factor_hostShift_needs',
      slots: 'pace_needsZone',
      source: 'course_mixUntold',
      product: 'course_mixUntold',
      pace: 'pace_over',
    });
  });

  it('tells presenters as they were marked, and mix and pace by what earlier LIVEs say', () => {
    const { startedAt } = session.room;
    if (startedAt === undefined) throw new Error('The captured LIVE has a start.');
    const earlier = Array.from({ length: 5 }, () => session);
    const past = {
      sources: earlier.flatMap((live) => pastSourcesOf(live) ?? []),
      timelines: earlier.flatMap((live) => {
        const timeline = pastTimelineOf(live);
        return timeline === undefined
          ? []
          : [{ ...timeline, startedAt: unixSeconds(timeline.startedAt + 1) }];
      }),
    };
    const { endedAt: _, ...room } = session.room;
    const live = {
      ...session,
      room: { ...room, status: 'live' as const },
      hosts: [{ name: 'Lan', startedAt, endedAt: unixSeconds(startedAt + 600) }],
    };
    const hosted = timelineReportOf({
      ...input,
      session: { ...session, hosts: live.hosts },
      ...past,
    });
    expect(hosted.presenters).toMatchObject({ state: 'told', value: [{ name: 'Lan' }] });
    expect(hosted.mix.product.state).toBe('told');
    const pace = timelineReportOf({
      ...input,
      session: live,
      ...past,
      elapsed: seconds(3600),
    }).pace;
    expect(pace).toMatchObject({ state: 'told', elapsed: expect.any(Number), lives: 5 });
    // Without a clock, as far as its figures reach.
    expect(timelineReportOf({ ...input, session: live, ...past }).pace.state).toBe('told');
  });
});
