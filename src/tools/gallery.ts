import { resolve } from 'node:path';
import { createServer } from 'vite';

/**
 * The command behind `npm run gallery`: serves the page that shows every component of the design in every
 * state, and shows each change as it is saved. `?dir=rtl` turns it to be read from right to left.
 */
const server = await createServer({
  configFile: false,
  root: resolve(import.meta.dirname, '../e2e/gallery'),
  publicDir: false,
  server: { fs: { allow: [resolve(import.meta.dirname, '../..')] } },
});
await server.listen();
const [address] = server.resolvedUrls?.local ?? [];
console.log(`The components: ${address ?? ''}gallery.html`);
