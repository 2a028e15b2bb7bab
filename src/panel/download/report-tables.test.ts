import { describe, expect, it } from 'vitest';
import { feedBenchmark } from '../../diagnosis/benchmark/feed.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { timelineReportOf } from '../../diagnosis/timeline-report.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { sampleFeedCategories, sampleSlice } from '../../sources/sample/feed.ts';
import type { TableId, TypedCell } from './cell.ts';
import { csvOf } from './delimited.ts';
import { fileName } from './file-name.ts';
import {
  madeHistory as history,
  madeReport as report,
  englishSentences as sentences,
  madeSession as session,
  madeShop as shop,
  englishWords as words,
} from './report.fixture.ts';
import { reportTables } from './report-tables.ts';

const reportCsv = (of: typeof report, live: typeof session): string =>
  csvOf(reportTables(of, live, words), words);
const csv = reportCsv(report, session);

describe('the CSV of a diagnosis', () => {
  it('says that simulated figures are simulated', () => {
    expect(csv.split('\r\n')[0]).toContain('Simulated');
  });

  it('names the feed that it compares with, its day and what it rests on', () => {
    const [category] = sampleFeedCategories;
    const slice = category && sampleSlice(category, { now: shop.now });
    if (slice === undefined) throw new Error('The simulated feed says nothing.');
    const benchmark = feedBenchmark({ name: 'Bench', slice, simulated: false }, report.currency);
    const lines = reportCsv(diagnose({ session, benchmark, history }), session).split('\r\n');
    expect(lines).toContainEqual(expect.stringMatching(/^Feed,Bench,.*Simulated/));
    expect(lines).toContain(`Feed’s day (UTC),${slice.day}`);
    expect(lines).toContain(`LIVEs behind the feed’s figures,${slice.lives}`);
    expect(lines).toContain(`Shops behind the feed’s figures,${slice.shops}`);
    expect(csv).not.toContain('Feed,');
  });

  it('keeps every digit of ids and of money', () => {
    expect(csv).toContain(`'${session.room.id}`);
    expect(csv).toContain(session.figures.gmv?.money.amount);
    for (const product of session.products ?? []) expect(csv).toContain(`'${product.id}`);
  });

  it('holds a row for every metric and every factor', () => {
    for (const { metric } of report.comparisons) {
      expect(csv).toContain(sentences[`metric_${metric}_name`]?.message.replaceAll('"', '""'));
    }
    for (const finding of report.findings) expect(csv).toContain(words.write(finding.title));
  });

  it('holds what each step could bring, with its interval and how sure that is', () => {
    const steps = report.potential?.steps ?? [];
    expect(steps).toHaveLength(5);
    for (const { now, target, attain, sureness, verdict } of steps) {
      const line = [attain?.value, attain?.low, attain?.high, sureness].join(',');
      expect(csv).toContain(`${now.value},${now.low},${now.high},${target?.value},`);
      expect(csv).toMatch(
        new RegExp(`,${line.replaceAll('.', '\\.').replaceAll('+', '\\+')},[\\d.e-]+,${verdict}\r`),
      );
    }
  });

  it('holds the score of every pin', () => {
    const { pins } = report.timeline;
    const cards = pins.state === 'told' ? pins.value.pins : [];
    expect(cards.length).toBeGreaterThan(0);
    for (const { product, from, to, pinned } of cards) {
      const [start, end] = [from, to].map((at) => new Date(at * 1000).toISOString());
      expect(csv).toContain(`'${product},${start},${end},${pinned},`);
    }
  });

  it('holds every change of the course', () => {
    const changed = shop.rooms
      .map((one) => timelineReportOf({ session: one.session, history, currency: report.currency }))
      .find(({ changes }) => changes.state === 'told' && changes.value.length > 0);
    if (changed?.changes.state !== 'told') throw new Error('No LIVE of the sample shop changes.');
    const text = reportCsv({ ...report, timeline: changed }, session);
    for (const { shifts, direction } of changed.changes.value) {
      for (const { at, series, before } of shifts) {
        const start = new Date(at * 1000).toISOString();
        expect(text).toMatch(new RegExp(`${start},[^,]+,${direction},${series},${before.value},`));
      }
    }
  });

  it('leaves nothing undefined and no mark unfilled', () => {
    expect(csv).not.toMatch(/undefined|NaN|\{\w+\}/);
  });
});

describe('the tables of a diagnosis', () => {
  const { tables } = reportTables(report, session, words);
  const rowsOf = (id: TableId): readonly (readonly TypedCell[])[] =>
    tables.find((table) => table.id === id)?.rows ?? [];

  it('are those that a seller looks for, each with a title of its own', () => {
    for (const id of [
      'about',
      'figures',
      'definitions',
      'factors',
      'products',
      'sources',
      'timeline',
    ] as const) {
      expect(rowsOf(id).length).toBeGreaterThan(0);
    }
    expect(new Set(tables.map(({ title }) => title)).size).toBe(tables.length);
  });

  it('leave out what was not answered, and keep it blank where a part of it was', () => {
    const { products: _products, sources: _sources, timeline: _timeline, ...bare } = session;
    const { gmv: _gmv, ...figures } = session.figures;
    const left = reportTables(report, { ...bare, figures }, words).tables.map(({ id }) => id);
    expect(left).not.toContain('products');
    expect(left).not.toContain('timeline');
    const silent = {
      ...report,
      comparisons: report.comparisons.map(({ yours: _yours, ...one }) => one),
    };
    const [gmv] =
      reportTables(silent, { ...bare, figures }, words)
        .tables.find(({ id }) => id === 'figures')
        ?.rows.filter(([name]) => name?.kind === 'words' && name.words === 'GMV') ?? [];
    expect(gmv?.[1]).toBeUndefined();
  });

  it('say with each cell what it is', () => {
    const kinds = (id: TableId, column: number) =>
      new Set(rowsOf(id).map((row) => row[column]?.kind));
    expect(kinds('products', 0)).toEqual(new Set(['id']));
    expect(kinds('products', 2)).toEqual(new Set(['money']));
    expect(kinds('products', 6)).toEqual(new Set(['share']));
    expect(kinds('timeline', 0)).toEqual(new Set(['instant']));
    expect(rowsOf('factors').flatMap((row) => row[2]?.kind ?? [])).toContain('money');
  });

  it('define every metric', () => {
    for (const row of rowsOf('definitions')) expect(row[2]).toMatchObject({ kind: 'words' });
    expect(rowsOf('definitions').length).toBe(rowsOf('figures').length);
  });
});

describe('a file', () => {
  it('is named after the shop’s day, which may not be that of UTC, and the LIVE', () => {
    const room = {
      ...session.room,
      startedAt: unixSeconds(Date.parse('2026-11-19T18:30:00Z') / 1000),
      zone: { offset: seconds(7 * 3_600), name: 'Asia/Ho_Chi_Minh' },
    };
    expect(fileName({ ...session, room }, 'csv')).toBe(`live-diagnosis-2026-11-20-${room.id}.csv`);
    const { startedAt: _startedAt, ...unstarted } = room;
    expect(fileName({ ...session, room: unstarted }, 'xlsx')).toBe(
      `live-diagnosis-${room.id}.xlsx`,
    );
  });
});
