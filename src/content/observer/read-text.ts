/**
 * Reads a copy of a response's text while the page reads its own; undefined when it says that it is
 * neither JSON nor plain text, or grows longer than `limit` characters (the copy is then let go).
 * Splits the body before the first pause, so it must be called before the page can read it.
 */
export async function readText(response: Response, limit: number): Promise<string | undefined> {
  const type = response.headers.get('content-type');
  if (type !== null && !/json|text\/plain/i.test(type)) return undefined;
  if (Number(response.headers.get('content-length')) > limit) return undefined;
  const reader = response.clone().body?.getReader();
  if (reader === undefined) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > limit) {
      reader.cancel().catch(() => undefined);
      return undefined;
    }
  }
}
