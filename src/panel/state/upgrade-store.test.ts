import { expect, it } from 'vitest';
import { failed, fault, ok } from '../../metrics/fault.ts';
import type { Upgrade } from '../../metrics/snapshot.ts';
import { unixMs } from '../../metrics/time.ts';
import type { ArchiveNews } from '../../platform/archive-news.ts';
import type { ask } from '../../platform/ask.ts';
import type { Replies, Verb } from '../../platform/protocol.ts';
import { createUpgradeStore } from './upgrade-store.ts';

it('tells of an upgrade until it was read, here or in another window', async () => {
  const told: Upgrade = { from: 4, to: 5, at: unixMs(1), tells: ['migration_accounts'] };
  let kept: Upgrade | undefined = told;
  const hearers: ((news: ArchiveNews) => void)[] = [];
  const isReply = <V extends Verb>(_verb: V, value: unknown): value is Replies[V] =>
    typeof value === 'object';
  const answer: typeof ask = async (verb) => {
    if (verb === 'archive.upgrade-read') kept = undefined;
    const reply: unknown = kept === undefined ? {} : { upgrade: kept };
    return isReply(verb, reply) ? ok(reply) : failed(fault('internal'));
  };
  const listen = (hear: (news: ArchiveNews) => void) => {
    hearers.push(hear);
    return () => undefined;
  };
  const [one, other] = [0, 1].map(() => createUpgradeStore({ ask: answer, listen }));
  await Promise.all([one?.read(), other?.read()]);
  expect([one?.upgrade.value, other?.upgrade.value]).toEqual([told, told]);
  await one?.dismiss();
  for (const hear of hearers) hear({ kind: 'settings' });
  await new Promise((resolve) => setImmediate(resolve));
  expect([one?.upgrade.value, other?.upgrade.value]).toEqual([undefined, undefined]);
});
