import { describe, expect, it } from 'vitest';
import { MAX_BODY } from '../../platform/observed.ts';
import { answerText, type XhrAnswer } from './answer-text.ts';

const text = '{"gmv":"12.50","clicks":3}';
const answer = (responseType: XhrAnswer['responseType'], response: unknown): XhrAnswer => ({
  responseType,
  response,
  get responseText() {
    if (responseType === '' || responseType === 'text') return String(response);
    throw new DOMException('not text', 'InvalidStateError');
  },
});

describe('the text of an XMLHttpRequest', () => {
  it.each([
    ['', text],
    ['text', text],
    ['json', JSON.parse(text)],
    ['arraybuffer', new TextEncoder().encode(text).buffer],
    ['blob', new Blob([text])],
  ] as const)('is had from response type %j', async (type, response) => {
    expect(await answerText(answer(type, response))).toBe(text);
  });

  it('isn’t written anew from parsed JSON when digits were lost', () => {
    const parsed: unknown = JSON.parse('{"rooms":[{"id":7649951805363391253}]}');
    expect(answerText(answer('json', parsed))).toBeUndefined();
    const whole: unknown = JSON.parse('{"rooms":[{"id":"7649951805363391253"}]}');
    expect(answerText(answer('json', whole))).toContain('7649951805363391253');
  });

  it('isn’t had where there is none', () => {
    expect(answerText(answer('document', null))).toBeUndefined();
    expect(answerText(answer('blob', null))).toBeUndefined();
    expect(answerText(answer('arraybuffer', new ArrayBuffer(MAX_BODY + 1)))).toBeUndefined();
  });
});
