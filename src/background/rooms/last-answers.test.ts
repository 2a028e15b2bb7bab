import { describe, expect, it } from 'vitest';
import { createLastAnswers } from './last-answers.ts';

const detail = '/api/v1/insights/workbench/live/detail';

describe('the last answers', () => {
  it('are one an endpoint, the newer in place of the older', () => {
    const answers = createLastAnswers();
    answers.hold(`https://seller-vn.tiktok.com${detail}/core/stats?aid=1`, '{"a":1}', '{"n":1}');
    answers.hold(`${detail}/trend/chart`, undefined, '{"course":[]}');
    answers.hold(`${detail}/core/stats`, undefined, '{"n":2}');
    expect(answers.all()).toEqual([
      { path: `${detail}/trend/chart`, body: '{"course":[]}' },
      { path: `${detail}/core/stats`, body: '{"n":2}' },
    ]);
  });

  it('are not displaced by a refusal, which is held beside them', () => {
    const answers = createLastAnswers();
    answers.hold(`${detail}/core/stats`, undefined, '{"code":0,"data":{}}');
    answers.hold(`${detail}/core/stats`, undefined, '{"code":98001002}');
    answers.hold(`${detail}/core/stats`, undefined, '{"code":36009002}');
    expect(answers.all().map(({ body }) => body)).toEqual([
      '{"code":0,"data":{}}',
      '{"code":36009002}',
    ]);
  });

  it('keep one of each path that no reader knows, whichever LIVE it is of', () => {
    const answers = createLastAnswers();
    answers.hold('/api/v1/insights/workbench/live/7649951805363391253/notes', undefined, '{"n":1}');
    answers.hold('/api/v1/insights/workbench/live/7649951805363391254/notes', undefined, '{"n":2}');
    answers.hold('/api/v1/orders/list', undefined, '{}');
    expect(answers.all().map(({ body }) => body)).toEqual(['{"n":2}']);
  });

  it('stay within 512 KiB: the oldest go, one that is too long alone and a page are not held', () => {
    const answers = createLastAnswers();
    const long = `{"x":"${'x'.repeat(120_000)}"}`;
    for (const endpoint of ['core/stats', 'trend/chart', 'product/list']) {
      answers.hold(`${detail}/${endpoint}`, undefined, long);
    }
    expect(answers.all().map(({ path }) => path)).toEqual([
      `${detail}/trend/chart`,
      `${detail}/product/list`,
    ]);
    answers.hold(`${detail}/room/status`, undefined, `{"x":"${'x'.repeat(300_000)}"}`);
    expect(answers.all()).toHaveLength(2);
    answers.hold(`${detail}/room/status`, undefined, '<html>Sign in</html>');
    expect(answers.all()).toHaveLength(2);
    answers.forget();
    expect(answers.all()).toEqual([]);
  });
});
