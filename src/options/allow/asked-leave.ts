import * as v from 'valibot';
import { type AskedLeave, PermissionsSchema } from '../../platform/firefox/frame-messages.ts';
import { hostPatterns } from '../../platform/hosts.ts';

/** What is asked for, as the page's words tell it apart. */
export type Leave =
  | { readonly for: 'seller-center' }
  | { readonly for: 'notifications' }
  | { readonly for: 'hosts'; readonly hosts: readonly string[] };

/** A pattern of one host, as panels ask for them; all hosts at once are never asked for. */
const ONE_HOST = /^https:\/\/([\w.-]+)\/\*$/;

/** What a page's address has it ask for, and under which id the answer is awaited; undefined where it says neither. */
export function askedIn(
  address: string,
): { readonly id: string; readonly asked: AskedLeave; readonly leave: Leave } | undefined {
  const query = new URL(address).searchParams;
  const id = query.get('id');
  const read = v.safeParse(PermissionsSchema, {
    permissions: query.getAll('permission'),
    origins: query.getAll('origin'),
  });
  if (id === null || !read.success) return undefined;
  const { permissions = [], origins = [] } = read.output;
  if (permissions.length > 0)
    return { id, asked: { permissions }, leave: { for: 'notifications' } };
  if (origins.length === 0) return undefined;
  const isOwn = origins.every((origin) => hostPatterns.includes(origin));
  const hosts = origins.flatMap((origin) => ONE_HOST.exec(origin)?.[1] ?? []);
  if (hosts.length !== origins.length) return undefined;
  return {
    id,
    asked: { origins },
    leave: isOwn ? { for: 'seller-center' } : { for: 'hosts', hosts },
  };
}
