import { createServer } from 'node:https';
import { certificate } from '../demo/certificate.ts';

/** A page as strict as they come: no frames, no inline styles, no strings turned into scripts. */
const STRICT =
  "default-src 'self'; frame-src 'none'; style-src 'self'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface PageServer {
  /** For the browser's --host-resolver-rules. */
  readonly hostRules: string;
  /** Path and body of every request to an endpoint so far; emptied by who wants to count anew. */
  readonly asked: { readonly path: string; readonly body: string }[];
  close(): Promise<void>;
}

/**
 * The least of a Seller Center: an empty strict page at every address, and under /api/ endpoints that
 * answer the body they were sent: as JSON, as HTML at …/html, never at …/hang, with a redirect to
 * another host at …/moved.
 */
export async function startPageServer(): Promise<PageServer> {
  const asked: PageServer['asked'] = [];
  const server = createServer(await certificate(), async (request, response) => {
    const path = request.url ?? '/';
    if (!path.startsWith('/api/')) {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': STRICT });
      response.end('<!doctype html><html><body><main>page</main></body></html>');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    asked.push({ path, body });
    if (path.endsWith('/hang')) {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"half":');
    } else if (path.endsWith('/moved')) {
      response.writeHead(302, { location: 'https://seller.tiktok.com/account/login' }).end();
    } else if (path.endsWith('/html')) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>sign in</p>');
    } else {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 0, path, sent: body }));
    }
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The page server has no port.');
  return {
    hostRules: `MAP * 127.0.0.1:${address.port}`,
    asked,
    close() {
      server.closeAllConnections();
      return new Promise((ended) => server.close(() => ended()));
    },
  };
}
