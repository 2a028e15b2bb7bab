import { describe, expect, it } from 'vitest';
import { parseJson } from './json.ts';

const readOf = (text: string): unknown => {
  const read = parseJson(text);
  return read.ok ? read.value : read.fault.code;
};

describe('JSON with long integers', () => {
  it('keeps every digit of an id, and leaves floats and what stands in strings as they are', () => {
    expect(
      readOf(
        String.raw`{"id": 7649951805363391253, "ids": [-7649951805363391253], "n": 12, "half": 0.1234567890123456789, "power": 1234567890123456e2, "said": "a \"7649951805363391253\" \\", "last": 7649951805363391254}`,
      ),
    ).toEqual({
      id: '7649951805363391253',
      ids: ['-7649951805363391253'],
      n: 12,
      half: 0.123_456_789_012_345_68,
      power: 123_456_789_012_345_600,
      said: 'a "7649951805363391253" \\',
      last: '7649951805363391254',
    });
  });

  it('takes no longer where an answer is cut off within a string', () => {
    const quoted = '\\"'.repeat(200_000);
    const began = process.cpuUsage();
    expect(readOf(`{"id": 7649951805363391253, "text": "${quoted}`)).toBe('malformed');
    expect(readOf(`[${'1'.repeat(200_000)}.`)).toBe('malformed');
    // Beginning anew at each mark it took minutes.
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5_000);
  });
});
