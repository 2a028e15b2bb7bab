import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { benchmarkFor } from '../../diagnosis/benchmark/benchmark-for.ts';
import { feedBenchmark } from '../../diagnosis/benchmark/feed.ts';
import { historyOf } from '../../diagnosis/benchmark/history.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { timelineReportOf } from '../../diagnosis/timeline-report.ts';
import { unixMs } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { sampleFeedCategories, sampleSlice } from '../../sources/sample/feed.ts';
import { sampleShop } from '../../sources/sample/index.ts';
import { i18nOf } from '../design/i18n.ts';
import { fileName, reportCsv } from './report-csv.ts';

const sentences: Record<string, { message: string } | undefined> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const shop = sampleShop({ now: unixMs(Date.parse('2026-11-20T12:00:00Z')), seed: 7 });
const session = shop.rooms[4]?.session;
if (session === undefined) throw new Error('The sample shop has no fifth LIVE.');
const history = historyOf(session, []);
const report = diagnose({ session, benchmark: benchmarkFor('own', session, history), history });
const csv = reportCsv(report, session, words);

describe('the CSV of a diagnosis', () => {
  it('says that simulated figures are simulated', () => {
    expect(csv.split('\r\n')[0]).toContain('Simulated');
  });

  it('names the feed that it compares with, its day and what it rests on', () => {
    const [category] = sampleFeedCategories;
    const slice = category && sampleSlice(category, { now: shop.now });
    if (slice === undefined) throw new Error('The simulated feed says nothing.');
    const benchmark = feedBenchmark({ name: 'Bench', slice, simulated: false }, report.currency);
    const lines = reportCsv(diagnose({ session, benchmark, history }), session, words).split(
      '\r\n',
    );
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
    const text = reportCsv({ ...report, timeline: changed }, session, words);
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

  it('is named after the day and the room', () => {
    expect(fileName(session, 'csv')).toMatch(/^live-diagnosis-2026-\d\d-\d\d-\d{19}\.csv$/);
  });
});
