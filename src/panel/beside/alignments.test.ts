import { describe, expect, it } from 'vitest';
import { capturedLive } from '../../diagnosis/fixtures/captured.ts';
import type { Finding } from '../../diagnosis/report.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { alignmentsOf } from './alignments.ts';

const live = capturedLive();
const { startedAt = unixSeconds(0) } = live.room;
const cut = { from: seconds(600), to: seconds(660) };
const finding = (...starts: number[]): Finding => ({
  factor: 'opening',
  title: { key: 'factor_opening_title' },
  lever: 'how-to-stream',
  group: 'entry-stay',
  state: 'gap',
  evidence: [],
  stretches: starts.map((from) => ({
    from: unixSeconds(startedAt + from),
    to: unixSeconds(startedAt + from + 900),
  })),
});

describe('the part of the own LIVE beside a clip', () => {
  it('is the same minute first, then where the factor was seen, then its own best', () => {
    const found = alignmentsOf(live, { cut, metric: 'gmvPerHour' }, finding(30, 1_200));
    expect(found.map(({ kind }) => kind)).toEqual(['minute', 'seen', 'seen', 'best']);
    expect(found[0]?.cut).toBe(cut);
    expect(found[1]?.cut).toEqual({ from: 30, to: 90 });
  });

  it('is as long as the clip, however long the stretch', () => {
    for (const { cut: part } of alignmentsOf(live, { cut, metric: 'gmvPerHour' }, finding(30))) {
      expect(part.to - part.from).toBe(60);
    }
  });

  it('is never the same minute of a LIVE that had ended by then', () => {
    const late = { from: seconds(6_280), to: seconds(6_400) };
    const found = alignmentsOf(live, { cut: late, metric: 'gmvPerHour' }, undefined);
    expect(found.map(({ kind }) => kind)).toEqual(['best']);
  });

  it('offers three stretches of a finding at most', () => {
    const found = alignmentsOf(live, { cut }, finding(10, 20, 30, 40, 50));
    expect(found.map(({ kind }) => kind)).toEqual(['minute', 'seen', 'seen', 'seen']);
  });
});
