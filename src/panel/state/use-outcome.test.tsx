// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { partOrigin, views } from '../../archive/parts.fixture.ts';
import { type Plan, PlanSchema } from '../../metrics/board/plan.ts';
import { ProductIdSchema } from '../../metrics/ids.ts';
import { unixMs, unixSeconds } from '../../metrics/time.ts';
import { AppContext, createApp } from './app.ts';
import { NOW, roomId, settle, testPorts } from './ports.fixture.ts';
import { type OutcomeView, useOutcome } from './use-outcome.ts';

const HOUR_S = 3600;
let world: Awaited<ReturnType<typeof testPorts>>;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  root = document.createElement('div');
});
afterEach(async () => {
  render(null, root);
  await world.close();
});

it('follows an answer about the products of the LIVE after, whose figures stay as they were', async () => {
  const [before, after] = [roomId(1), roomId(2)];
  const ended = (id: typeof before, hoursAgo: number) => ({
    id,
    status: 'ended' as const,
    startedAt: unixSeconds(NOW / 1000 - hoursAgo * HOUR_S),
    endedAt: unixSeconds(NOW / 1000 - (hoursAgo - 1) * HOUR_S),
  });
  for (const room of [ended(before, 48), ended(after, 24)]) {
    await world.archive.store({ ...views(room.id, 100, NOW), room }, NOW);
  }
  const app = createApp(world.ports);
  await app.list.read('shop');
  const madeAt = unixMs(NOW - 46 * HOUR_S * 1000);
  const plan = v.parse(PlanSchema, {
    id: crypto.randomUUID(),
    title: 'Next LIVE',
    madeAt,
    changedAt: madeAt,
    madeFrom: before,
    state: 'open',
    items: [],
    guardRail: 'gmvPerHour',
  });
  let seen: OutcomeView | undefined;
  const Follower = ({ of }: { of: Plan }) => {
    seen = useOutcome(of);
    return null;
  };
  render(
    <AppContext.Provider value={app}>
      <Follower of={plan} />
    </AppContext.Provider>,
    root,
  );
  await settle(() => seen?.after.length === 1);
  const at = unixMs(NOW - 1);
  const products = [{ id: v.parse(ProductIdSchema, '1729384756'), clicks: 3 }];
  const origins = { products: partOrigin('product/list', at) };
  await world.archive.store({ room: { id: after }, products, origins }, at);
  await settle(() => seen?.after[0]?.products !== undefined);
  expect(seen?.after[0]?.products).toEqual(products);
});
