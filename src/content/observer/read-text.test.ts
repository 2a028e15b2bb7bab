import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

const json = { headers: { 'content-type': 'application/json; charset=utf-8' } };

describe('a copy of an answer', () => {
  it('has the whole text, also where a character is cut between two chunks', async () => {
    const text = '{"title":"Chăm sóc da"}';
    const bytes = new TextEncoder().encode(text);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const response = new Response(stream, json);
    const copy = readText(response, 1_000);
    expect(await response.text()).toBe(text);
    expect(await copy).toBe(text);
  });

  it('lets the page read its own although the copy grew too long', async () => {
    const response = new Response('x'.repeat(5_000), json);
    const copy = readText(response, 100);
    expect((await response.text()).length).toBe(5_000);
    expect(await copy).toBeUndefined();
  });

  it.each([
    ['HTML', { 'content-type': 'text/html' }],
    ['an event stream', { 'content-type': 'text/event-stream' }],
    ['an answer that announces too much', { 'content-length': '101' }],
  ])('isn’t made of %s', async (_name, headers) => {
    const response = new Response('{}', { headers });
    expect(await readText(response, 100)).toBeUndefined();
    expect(await response.text()).toBe('{}');
  });

  it('isn’t made of an answer without a body', async () => {
    expect(await readText(new Response(null, { status: 204 }), 100)).toBeUndefined();
  });

  it('fails when the body was read already', async () => {
    const response = new Response('{}', json);
    await response.text();
    await expect(readText(response, 100)).rejects.toThrow(TypeError);
  });
});
