import type { Session } from './session.ts';

/** Figures that TikTok's Open API answered name it so, before the version and the endpoint. */
export const OPEN_API_PREFIX = 'open-api/';

/** Whether an origin's endpoint is one of the Open API, of whatever version. */
export const isOfOpenApi = (endpoint: string): boolean => endpoint.startsWith(OPEN_API_PREFIX);

/** Whether anything of a session was answered by the Open API. */
export function isFromOpenApi({ figures, origins }: Pick<Session, 'figures' | 'origins'>): boolean {
  const given = [...Object.values(figures).map(({ origin }) => origin), ...Object.values(origins)];
  return given.some(({ endpoint }) => isOfOpenApi(endpoint));
}
