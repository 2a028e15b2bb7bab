import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startOpenApi } from './server.ts';

/**
 * `npm run demo:open-api -- --shops 50 --into DIR`: the stand-in, until Ctrl-C, and in DIR the list of its shops with
 * their tokens, as the collecting command takes them. Its key, secret and tokens are made up.
 */
const { values } = parseArgs({
  options: {
    shops: { type: 'string', default: '1' },
    into: { type: 'string', default: 'open-api-demo' },
    port: { type: 'string', default: '0' },
  },
});
const shops = Math.min(1000, Math.max(1, Math.floor(Number(values.shops)) || 1));
const standIn = await startOpenApi({ shops, port: Number(values.port) || 0 });
const names = Array.from({ length: shops }, (_, nth) => `sample-${nth + 1}`);
const [list, tokens] = [join(values.into, 'shops.json'), join(values.into, 'tokens')];
mkdirSync(tokens, { recursive: true, mode: 0o700 });
writeFileSync(
  list,
  JSON.stringify(names.map((name) => ({ name, region: 'US', category: '601450' }))),
);
for (const [nth, name] of names.entries())
  writeFileSync(join(tokens, `${name}.json`), JSON.stringify(standIn.tokens(nth)), { mode: 0o600 });
console.log(`A stand-in of TikTok’s Open API, on loopback: ${standIn.address}`);
console.log(
  `All figures of its ${shops === 1 ? 'shop' : `${shops} shops`} are simulated. To try it:`,
);
console.log(`  export TIKTOK_APP_KEY=${standIn.app.key} TIKTOK_APP_SECRET=${standIn.app.secret}`);
console.log(
  `  npm run collect -- --shops ${list} --tokens ${tokens} --out ${join(values.into, 'out')} --api ${standIn.address} --per-second 100`,
);
process.once('SIGINT', () => void standIn.close().then(() => process.exit(0)));
