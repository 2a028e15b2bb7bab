import { type DemoAnswer, plain } from './exchange.ts';

/** A picture of the shop, kept there as a data address, as a file of its own. */
export function cover(dataAddress: string | undefined): DemoAnswer {
  const [, type, text] = /^data:(image\/svg\+xml),(.*)$/s.exec(dataAddress ?? '') ?? [];
  if (type === undefined || text === undefined) return plain(404, 'There is no such picture.');
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': 'max-age=86400',
      'access-control-allow-origin': '*',
    },
    body: decodeURIComponent(text),
  };
}
