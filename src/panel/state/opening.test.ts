import { describe, expect, it } from 'vitest';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import type { ArchiveNews } from '../../platform/archive-news.ts';
import type { ask } from '../../platform/ask.ts';
import type { Replies, Verb } from '../../platform/protocol.ts';
import { defaultSettings } from '../../platform/settings.ts';
import type { PanelOpening } from '../../platform/verbs/panel.ts';
import { askedAtOnce } from './opening.ts';
import { roomId } from './ports.fixture.ts';

const opening: PanelOpening = {
  which: 'shop',
  settings: defaultSettings,
  place: { docked: true },
  rooms: { origins: [], derivations: [], rooms: [] },
  live: { room: roomId(1) },
  pinned: [],
  plans: [],
};

/** A worker that notes what it was asked for and answers the opening alone. */
function worker(opened: Result<PanelOpening> = ok(opening)) {
  const verbs: Verb[] = [];
  const hearers = new Set<(news: ArchiveNews) => void>();
  const isFor = <V extends Verb>(_verb: V, _reply: unknown): _reply is Result<Replies[V]> => true;
  const send: typeof ask = async (verb) => {
    verbs.push(verb);
    const reply = verb === 'panel.open' ? opened : failed(fault('worker-gone'));
    if (isFor(verb, reply)) return reply;
    throw new Error('unreachable');
  };
  const asking = askedAtOnce(send, undefined, (hear) => {
    hearers.add(hear);
    return () => hearers.delete(hear);
  });
  const tell = (news: ArchiveNews): void => {
    for (const hear of hearers) hear(news);
  };
  return { verbs, asking, tell };
}

describe('the questions of a panel that opens', () => {
  it('are answered by one message', async () => {
    const { verbs, asking } = worker();
    expect(await asking('archive.settings', { which: 'shop' })).toEqual(ok(defaultSettings));
    expect(await asking('panel.place', {})).toEqual(ok({ docked: true }));
    expect(await asking('pinned.list', { which: 'shop' })).toEqual(ok({ pinned: [] }));
    expect(await asking('plan.list', { which: 'shop' })).toEqual(ok({ plans: [] }));
    expect(await asking('archive.upgrade', {})).toEqual(ok({}));
    expect(verbs).toEqual(['panel.open']);
  });

  it('go to the worker the second time, for it may know more by then', async () => {
    const { verbs, asking } = worker();
    await asking('plan.list', { which: 'shop' });
    await asking('plan.list', { which: 'shop' });
    expect(verbs).toEqual(['panel.open', 'plan.list']);
  });

  it('go to the worker where they are of another shop or LIVE, or the LIVE isn’t archived', async () => {
    const { verbs, asking } = worker();
    await asking('pinned.list', { which: 'sample' });
    await asking('archive.room', { which: 'shop', room: roomId(2) });
    await asking('archive.session', { which: 'shop', room: roomId(1) });
    expect(verbs).toEqual(['panel.open', 'pinned.list', 'archive.room', 'archive.session']);
  });

  it('go to the worker once the archive told of a change', async () => {
    const { verbs, asking, tell } = worker();
    tell({ kind: 'plans' });
    await asking('plan.list', { which: 'shop' });
    expect(verbs).toEqual(['panel.open', 'plan.list']);
  });

  it('go to the worker where the opening failed', async () => {
    const { verbs, asking } = worker(failed(fault('storage-broken')));
    await asking('archive.settings', { which: 'shop' });
    expect(verbs).toEqual(['panel.open', 'archive.settings']);
  });
});
