import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA } from '../../archive/parts.fixture.ts';
import { type Plan, PlanSchema } from '../../metrics/board/plan.ts';
import { unixMs } from '../../metrics/time.ts';
import { sampleArchive, shopArchive } from '../archives.ts';
import { advanceGeneration } from '../data-generation.ts';
import { panelAddress } from '../tabs/panel-tab.ts';
import { settingsHandlers } from '../verbs/settings.ts';
import { hearNotifications, notify } from './notify.ts';
import { remind } from './reminders.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));
const clock = vi.hoisted(() => ({ at: 1_000_000 }));
vi.mock('../../platform/current-time.ts', () => ({ now: () => clock.at }));

const HOUR = 3_600_000;
const id = '00000000-0000-4000-8000-000000000001';
const planOf = (rest: Partial<Record<keyof Plan, unknown>> = {}): Plan =>
  v.parse(PlanSchema, {
    id,
    madeAt: 1,
    changedAt: 1,
    madeFrom: roomA,
    title: 'Next LIVE',
    state: 'open',
    items: [],
    startsAt: 20 * HOUR,
    remindAt: 17 * HOUR,
    ...rest,
  });
const shown = () => memory.notifications.create.mock.calls.map(([about]) => JSON.parse(about));
const alarm = () => memory.alarms.create.mock.lastCall;
const badge = () => memory.action.setBadgeText.mock.lastCall?.[0].text;
const allow = (allowed: boolean) => memory.permissions.contains.mockResolvedValue(allowed);

beforeEach(async () => {
  vi.clearAllMocks();
  allow(true);
  for (const archive of [await shopArchive(), await sampleArchive()]) await archive.forget();
  clock.at = 10 * HOUR;
});

describe('a reminder', () => {
  it('wakes the worker at its time, and not before', async () => {
    await (await shopArchive()).keepPlan(planOf());
    await remind();
    expect(shown()).toEqual([]);
    expect(alarm()).toEqual(['reminder', { delayInMinutes: 7 * 60 }]);
  });

  it('is shown once, however often the worker looks, and from however many sides', async () => {
    const archive = await shopArchive();
    await archive.keepPlan(planOf());
    clock.at = 17 * HOUR;
    await Promise.all([remind(), remind(), remind()]);
    await remind();
    expect(shown()).toEqual([{ about: 'plan', plan: id, which: 'shop' }]);
    expect((await archive.plans())[0]?.remindedAt).toBe(17 * HOUR);
    expect(badge()).toBe('');
  });

  it('that was missed is shown later, but not once the LIVE has begun', async () => {
    await (await shopArchive()).keepPlan(planOf());
    clock.at = 19 * HOUR;
    await remind();
    expect(shown()).toHaveLength(1);

    await (await shopArchive()).keepPlan(planOf());
    clock.at = 20 * HOUR;
    await remind();
    expect(shown()).toHaveLength(1);
    expect(memory.alarms.clear).toHaveBeenCalledWith('reminder');
  });

  it('stands on the badge until the LIVE begins where notifications aren’t allowed', async () => {
    allow(false);
    const archive = await shopArchive();
    await archive.keepPlan(planOf());
    clock.at = 18 * HOUR;
    await remind();
    expect(shown()).toEqual([]);
    expect(badge()).toBe('worker_badge_plan');
    expect((await archive.plans())[0]?.remindedAt).toBeUndefined();
    expect(alarm()).toEqual(['reminder', { delayInMinutes: 2 * 60 }]);
    clock.at = 20 * HOUR;
    await remind();
    expect(badge()).toBe('');
  });

  it('stays until it was read, and is shown all the same where a browser knows no such thing', async () => {
    await (await shopArchive()).keepPlan(planOf());
    clock.at = 17 * HOUR;
    memory.notifications.create.mockRejectedValueOnce(new TypeError('unexpected property'));
    await remind();
    const asked = memory.notifications.create.mock.calls.map(([, options]) => options);
    expect(asked).toEqual([
      expect.objectContaining({ requireInteraction: true }),
      expect.not.objectContaining({ requireInteraction: true }),
    ]);
    expect((await (await shopArchive()).plans())[0]?.remindedAt).toBeDefined();
  });

  it('that is moved while the former is being shown still comes', async () => {
    const archive = await shopArchive();
    const plan = planOf();
    await archive.keepPlan(plan);
    clock.at = 17 * HOUR;
    memory.notifications.create.mockImplementationOnce(async () => {
      await archive.changePlan(
        plan.id,
        { remindAt: unixMs(19 * HOUR), remindedAt: null },
        plan.madeAt,
      );
      return id;
    });
    await remind();
    expect((await archive.plans())[0]?.remindedAt).toBeUndefined();
    expect(alarm()).toEqual(['reminder', { delayInMinutes: 2 * 60 }]);
    clock.at = 19 * HOUR;
    await remind();
    expect(shown()).toHaveLength(2);
  });

  it('that is being shown when everything is deleted has been shown before, so that it can be taken back', async () => {
    await (await shopArchive()).keepPlan(planOf());
    clock.at = 17 * HOUR;
    const order: string[] = [];
    let release = (): void => undefined;
    memory.notifications.create.mockImplementationOnce(async (about) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      order.push('shown');
      return about;
    });
    const reminding = remind();
    await vi.waitFor(() => expect(memory.notifications.create).toHaveBeenCalled());
    const deleting = advanceGeneration(async () => void order.push('deleted'));
    release();
    await Promise.all([reminding, deleting]);
    expect(order).toEqual(['shown', 'deleted']);
  });

  it('of the sample shop comes only while that is explored', async () => {
    await (await sampleArchive()).keepPlan(planOf({ simulated: true }));
    clock.at = 17 * HOUR;
    await remind();
    expect(shown()).toEqual([]);
    await settingsHandlers['settings.set']({ sample: true }, { from: 'panel', framed: false });
    expect(shown()).toEqual([{ about: 'plan', plan: id, which: 'sample' }]);
    expect(memory.notifications.create.mock.lastCall?.[1].title).toBe('plan_reminder_sample');
  });

  it('of a closed plan never comes', async () => {
    await (await shopArchive()).keepPlan(planOf({ state: 'closed' }));
    clock.at = 17 * HOUR;
    await remind();
    expect(shown()).toEqual([]);
  });
});

describe('a pressed notification', () => {
  it('opens the cue card of its plan, or the panel for the board', async () => {
    const opened: Promise<unknown>[] = [];
    hearNotifications(
      (work) => void opened.push(work),
      async () => undefined,
    );
    const [press] = memory.notifications.onClicked.listeners;
    press?.(JSON.stringify({ about: 'plan', plan: v.parse(v.string(), id), which: 'shop' }));
    press?.(JSON.stringify({ about: 'board', of: 'expiry' }));
    press?.('of another version');
    await Promise.all(opened);
    expect(memory.tabs.create.mock.calls.map(([{ url }]) => url)).toEqual([
      `${panelAddress()}?view=cue&which=shop&plan=${id}#cue`,
      panelAddress(),
    ]);
    expect(memory.notifications.clear).toHaveBeenCalledTimes(2);
  });

  it('is heard once, also where the permission came later, which gives what has waited for it', () => {
    const before = memory.notifications.onClicked.listeners.length;
    const given = vi.fn(async () => undefined);
    hearNotifications(() => undefined, given);
    const added = (what: object) => {
      for (const hear of memory.permissions.onAdded.listeners) hear(what);
    };
    added({ origins: ['https://benchmarks.example/*'] });
    expect(given).not.toHaveBeenCalled();
    added({ permissions: ['notifications'] });
    expect(given).toHaveBeenCalledOnce();
    expect(memory.notifications.onClicked.listeners.length).toBe(before + 1);
  });
});

describe('a notification', () => {
  it('says whether it could be shown', async () => {
    const words = { title: 'a', message: 'b' };
    expect(await notify({ about: 'board', of: 'x' }, words)).toBe(true);
    allow(false);
    expect(await notify({ about: 'board', of: 'x' }, words)).toBe(false);
  });
});
