import { describe, expect, it } from 'vitest';
import { type Answer, openEnvelope } from './envelope.ts';
import { parseJson } from './json.ts';

const url = 'https://shop.tiktok.com/api/v1/insights/workbench/live/detail/core/stats?aid=4068';
const good: Answer = {
  status: 200,
  url,
  type: 'application/json; charset=utf-8',
  body: '{"code":0,"message":"success","data":{"stats":{}}}',
};
const codeOf = (answer: Partial<Answer>): string => {
  const opened = openEnvelope({ ...good, ...answer });
  return opened.ok ? 'ok' : opened.fault.code;
};

describe('an envelope', () => {
  it('is opened to its data', () => {
    expect(openEnvelope(good)).toEqual({
      ok: true,
      value: { data: { stats: {} }, simulated: false },
    });
  });

  it('says when a demo server made it up', () => {
    const opened = openEnvelope({ ...good, body: '{"code":0,"simulated":true,"data":{}}' });
    expect(opened).toMatchObject({ ok: true, value: { simulated: true } });
  });

  it.each([
    { body: '{"code":98001002,"message":"need login"}' },
    { body: '{"code":"98001002"}' },
    { body: '{"code":10008}' },
    { status: 301, body: '' },
    { status: 302, body: '' },
    { status: 401, body: '{}' },
    { status: 403, body: '{}' },
    { type: 'text/html', body: '<!doctype html><title>Log in</title>' },
    { type: '', body: '\n <html>' },
    { url: 'https://seller-vn.tiktok.com/account/login?redirect=x', body: '{"code":0,"data":{}}' },
    { url: 'https://seller-vn.tiktok.com/api/v1/passport/login', body: '{"code":0,"data":{}}' },
  ])('of somebody not signed in is one clear fault: %j', (answer) => {
    expect(codeOf(answer)).toBe('signed-out');
  });

  it.each([
    ['refused-parameters', { body: '{"code":98001004,"data":null}' }],
    ['refused-parameters', { status: 400, body: 'binding: expr_path=request' }],
    ['rate-limited', { status: 429, type: 'text/html', body: '<html>' }],
    ['rate-limited', { body: '{"code":36009002}' }],
    ['server-error', { status: 500, body: '{}' }],
    ['server-error', { status: 502, type: 'text/html', body: '<html>Bad gateway</html>' }],
    ['server-error', { body: '{"code":98001001}' }],
    ['server-error', { body: '{"code":7}' }],
    ['malformed', { body: '' }],
    ['malformed', { body: '{"code":0,"data":{"stats":{"watch_pv":7' }],
    ['malformed', { body: '[]' }],
    ['malformed', { body: '{"code":0}' }],
    ['malformed', { status: 404, body: '{}' }],
  ] as const)('that is no good is %s: %j', (code, answer) => {
    expect(codeOf(answer)).toBe(code);
  });
});

describe('JSON with long integers', () => {
  it('keeps every digit of an id that came as a number', () => {
    const text = '{"id":7649951805363391253,"list":[7649951805363391253, -7649951805363391253]}';
    expect(parseJson(text)).toEqual({
      ok: true,
      value: {
        id: '7649951805363391253',
        list: ['7649951805363391253', '-7649951805363391253'],
      },
    });
  });

  it('leaves strings, floats and short numbers alone', () => {
    const text = String.raw`{"a":"7649951805363391253","b":"x\"7649951805363391253\"","c":6.0211887340301970,"d":0.1234567890123456789,"e":12345678901234567.5,"f":743,"g":1781143239}`;
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });
});
