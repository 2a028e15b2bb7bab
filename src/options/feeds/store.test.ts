import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { type Feed, FeedAddressSchema } from '../../metrics/feed/feed.ts';
import { unixMs } from '../../metrics/time.ts';
import type { Ports } from '../../panel/state/ports.ts';
import type { Replies, Verb } from '../../platform/protocol.ts';
import { createFeedsStore } from './store.ts';

const address = v.parse(FeedAddressSchema, 'https://bench.example/index.json');
const bench: Feed = {
  address,
  name: 'Bench',
  simulated: false,
  addedAt: unixMs(1),
  checkedAt: unixMs(1),
  regions: 1,
  categories: 1,
  days: 1,
};

/** What the worker answers by verb; the shape of each is the test's own business. */
let answers: Partial<Record<Verb, Result<unknown>>>;
function isFor<V extends Verb>(_verb: V, _value: Result<unknown>): _value is Result<Replies[V]> {
  return true;
}
const ask: Ports['ask'] = async (verb) => {
  const answer = answers[verb] ?? ok({});
  if (!isFor(verb, answer)) throw new Error('not an answer');
  return answer;
};
const store = (origins: readonly string[] = []) =>
  createFeedsStore(
    { ask, listen: () => () => undefined },
    { request: async () => true, origins: async () => [...origins], listen: () => undefined },
  );

beforeEach(() => {
  answers = { 'feed.list': ok({ feeds: [bench] }) };
});

describe('the feeds on the page of settings', () => {
  it('say that they can’t be read only until they can', async () => {
    const { view, read } = store();
    answers['feed.list'] = failed(fault('worker-gone'));
    await read();
    expect(view.value).toMatchObject({ known: false, unread: { code: 'worker-gone' } });
    answers['feed.list'] = ok({ feeds: [bench] });
    await read();
    expect(view.value).toMatchObject({ known: true, feeds: [{ name: 'Bench' }] });
    expect(view.value.unread).toBeUndefined();
  });

  it('say why a refresh failed, unless the feed itself tells', async () => {
    const { view, refresh } = store();
    answers['feed.refresh'] = failed(fault('worker-gone'));
    await refresh(address);
    expect(view.value.fault?.code).toBe('worker-gone');
    answers['feed.refresh'] = failed(fault('feed-down'));
    answers['feed.list'] = ok({ feeds: [{ ...bench, fault: fault('feed-down') }] });
    await refresh(address);
    expect(view.value.fault).toBeUndefined();
  });

  it('say what was added until something is wrong with it or something else is done', async () => {
    const origins = ['https://bench.example/*'];
    const { view, add, read, refresh } = store(origins);
    answers['feed.add'] = ok({ feed: bench });
    await add(address);
    expect(view.value.added?.name).toBe('Bench');
    answers['feed.list'] = ok({ feeds: [{ ...bench, fault: fault('feed-down') }] });
    await read();
    expect(view.value.added).toBeUndefined();
    answers['feed.list'] = ok({ feeds: [bench] });
    await add(address);
    origins.pop();
    await read();
    expect(view.value.added).toBeUndefined();
    origins.push('https://bench.example/*');
    await add(address);
    expect(view.value.added?.name).toBe('Bench');
    await refresh(address);
    expect(view.value.added).toBeUndefined();
  });

  it('forget why the way back failed once it works', async () => {
    const { view, remove, undo } = store();
    answers['feed.drop'] = ok({ dropped: { feed: bench, slices: [], measures: [] } });
    answers['feed.restore'] = failed(fault('storage-full'));
    await remove(address);
    await undo();
    expect(view.value).toMatchObject({ fault: { code: 'storage-full' }, removed: {} });
    answers['feed.restore'] = ok({});
    await undo();
    expect(view.value.fault).toBeUndefined();
    expect(view.value.removed).toBeUndefined();
  });
});
