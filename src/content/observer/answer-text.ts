import { MAX_BODY } from '../../platform/observed.ts';

/** The parts of a finished XMLHttpRequest that hold its answer. */
export type XhrAnswer = Pick<XMLHttpRequest, 'responseType' | 'responseText' | 'response'>;

/**
 * The text of a finished request in whichever form the page asked for it; undefined where the text
 * can't be had again exactly. Throws only what the browser's own getters throw.
 */
export function answerText(answer: XhrAnswer): string | undefined | Promise<string> {
  if (answer.responseType === '' || answer.responseType === 'text') return answer.responseText;
  const value: unknown = answer.response;
  if (value instanceof ArrayBuffer) {
    return value.byteLength > MAX_BODY ? undefined : new TextDecoder().decode(value);
  }
  if (value instanceof Blob) return value.size > MAX_BODY ? undefined : value.text();
  return answer.responseType === 'json' ? exactText(value) : undefined;
}

/**
 * Writes parsed JSON out again. Undefined when it holds a number beyond 2^53: its digits were lost
 * when the browser parsed it, and a wrong id is worse than none.
 */
function exactText(value: unknown): string | undefined {
  let exact = true;
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'number' && !(Math.abs(part) <= Number.MAX_SAFE_INTEGER)) exact = false;
    return part;
  });
  return exact ? text : undefined;
}
