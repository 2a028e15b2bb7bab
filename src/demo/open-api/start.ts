import { startOpenApi } from './server.ts';

/** `npm run demo:open-api`: the stand-in, until Ctrl-C. Its key, secret and tokens are made up. */
const standIn = await startOpenApi();
const { accessToken, refreshToken, cipher } = standIn.tokens();
console.log(`A stand-in of TikTok’s Open API, on loopback: ${standIn.address}`);
console.log('All of its figures are simulated. To try it:');
console.log(`  export TIKTOK_APP_KEY=${standIn.app.key} TIKTOK_APP_SECRET=${standIn.app.secret}`);
console.log(`  shops.json:         [{ "name": "sample", "region": "US" }]`);
console.log(`  tokens/sample.json: ${JSON.stringify({ accessToken, refreshToken, cipher })}`);
console.log(
  `  npm run collect -- --shops shops.json --tokens tokens --out out --api ${standIn.address} --per-second 20`,
);
process.once('SIGINT', () => void standIn.close().then(() => process.exit(0)));
