import { generate } from 'selfsigned';
import { hosts } from '../platform/hosts.ts';
import { FEED_HOST } from './feed/feed.ts';

/** A host that has nothing to do with TikTok Shop, for what the extension does elsewhere. */
const ELSEWHERE_HOST = 'www.example.com';

/** A key and a certificate in PEM for every host the demo answers for; made anew at each start, never stored. */
export async function makeCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const names = [...hosts, FEED_HOST, ELSEWHERE_HOST, 'localhost'];
  const made = await generate([{ name: 'commonName', value: 'LIVE Diagnosis demo' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
