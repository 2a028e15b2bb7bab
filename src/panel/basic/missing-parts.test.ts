import { describe, expect, it } from 'vitest';
import type { ReadingGap, Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { missingParts } from './missing-parts.ts';

const origin = { how: 'fetched', endpoint: 'core/stats', at: unixMs(0) } as const;
const figures: Session['figures'] = { likes: { value: 12, origin } };
const gap = (
  field: string,
  reason: ReadingGap['reason'] = 'absent',
  endpoint = 'core/stats',
): ReadingGap => ({ endpoint, field, reason });

describe('what a LIVE lacks', () => {
  it('is nothing where every answer came whole', () => {
    expect(missingParts({ figures, gaps: [] }, [])).toEqual([]);
  });

  it('leaves out a metric that another answer gave, but not one that contradicts itself', () => {
    expect(missingParts({ figures, gaps: [gap('likes')] }, [])).toEqual([]);
    const parts = missingParts({ figures, gaps: [gap('likes', 'contradicts')] }, []);
    expect(parts[0]?.reasons).toEqual([
      { reason: 'contradicts', metrics: ['likes'], whole: false },
    ]);
  });

  it('leaves out the list of LIVEs, unread or unclear', () => {
    const gaps = [gap('local_ctr_rate', 'contradicts', 'live/list')];
    expect(missingParts({ figures, gaps }, ['live/list'])).toEqual([]);
  });

  it('names an answer that did not come', () => {
    expect(missingParts(undefined, ['product/list'])).toEqual([
      {
        endpoint: 'product/list',
        reasons: [{ reason: 'unreachable', metrics: [], whole: true }],
      },
    ]);
  });

  it('keeps what is about a metric apart from details and from whole answers', () => {
    const gaps = [gap('comments'), gap('granularity'), gap('', 'malformed', 'trend/chart')];
    expect(missingParts({ figures, gaps }, [])).toEqual([
      {
        endpoint: 'core/stats',
        reasons: [{ reason: 'absent', metrics: ['comments'], whole: false }],
      },
      { endpoint: 'trend/chart', reasons: [{ reason: 'malformed', metrics: [], whole: true }] },
    ]);
  });

  it('names the figures that no reader knows as TikTok names them', () => {
    const gaps = [gap('stats.new_cnt', 'unknown'), gap('stats_types 999', 'unknown')];
    expect(missingParts({ figures, gaps }, [])[0]?.reasons).toEqual([
      { reason: 'unknown', metrics: [], whole: false, unknown: ['new_cnt', 'stats_types 999'] },
    ]);
  });
});
