/**
 * Reads a copy of a response's text while the page reads its own; undefined when it says that it is
 * neither JSON nor plain text, or is longer than `limit` characters.
 * Splits the body before the first pause, so it must be called before the page can read it.
 */
export async function readText(response: Response, limit: number): Promise<string | undefined> {
  const type = response.headers.get('content-type');
  if (type !== null && !/json|text\/plain/i.test(type)) return undefined;
  if (Number(response.headers.get('content-length')) > limit) return undefined;
  if (response.body === null) return undefined;
  const text = await response.clone().text();
  return text.length > limit ? undefined : text;
}
