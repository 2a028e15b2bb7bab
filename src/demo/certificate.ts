import { generate } from 'selfsigned';
import { hosts } from '../platform/hosts.ts';
import { FEED_HOST } from './feed/feed.ts';

/** A host that has nothing to do with TikTok Shop, for what the extension does elsewhere. */
const ELSEWHERE_HOST = 'www.example.com';

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

let made: Promise<Certificate> | undefined;

/** A key and a certificate in PEM for every host the demo answers for; made once in a process, never stored. */
export function certificate(): Promise<Certificate> {
  made ??= makeCertificate();
  return made;
}

async function makeCertificate(): Promise<Certificate> {
  const names = [...hosts, FEED_HOST, ELSEWHERE_HOST, 'localhost'];
  const pair = await generate([{ name: 'commonName', value: 'LIVE Diagnosis demo' }], {
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
  return { key: pair.private, cert: pair.cert };
}
