import { type ReadonlySignal, signal } from '@preact/signals';
import { endPatch, type PlanEnd, reopenPatch } from '../../metrics/board/end-plan.ts';
import type { PinnedId } from '../../metrics/board/pinned.ts';
import {
  type Plan,
  type PlanBase,
  type PlanId,
  type PlanItem,
  type PlanPatch,
  patchedPlan,
} from '../../metrics/board/plan.ts';
import type { TakenOut } from '../../metrics/board/plan-edits.ts';
import type { Fault, Result } from '../../metrics/fault.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { Replies } from '../../platform/protocol.ts';
import { type First, firstOr } from './first-answer.ts';
import type { Ports, Which } from './ports.ts';

/** The plans of one archive as they are known, newest first. */
interface PlansView {
  readonly plans: readonly Plan[];
  /** False until the archive was read once. */
  readonly known: boolean;
  /** Why the last reading or change failed; what was seen before stays in view. */
  readonly fault?: Fault;
  /** Does again what could not be kept. */
  readonly again?: () => void;
  /** What was last made here went into a plan that another window had open; until the next change. */
  readonly joined?: boolean;
}

/** The plans for next LIVEs. A change shows at once and is taken back when it can't be kept. */
export interface PlanStore {
  readonly view: ReadonlySignal<PlansView>;
  /** Reads the plans of one archive, by `first` where that answers, and again at every change, until another is read. */
  readonly read: (which: Which, first?: First<Replies['plan.list']>) => Promise<void>;
  /** Adds a plan, into the open one where another window has one, or puts back one that was dropped. */
  readonly add: (plan: Plan) => Promise<Result<unknown>>;
  /**
   * Answers the plan as it stands then, undefined where it is gone. With what words `began` from, it goes
   * over no others: `changed-meanwhile` is the field's to say.
   */
  readonly change: (
    id: PlanId,
    patch: PlanPatch,
    began?: PlanBase,
  ) => Promise<Result<Replies['plan.change']>>;
  /** Ends a plan; answers what was marked as tried on the board by that. */
  readonly end: (id: PlanId, end: PlanEnd) => Promise<readonly PinnedId[]>;
  /** Takes the end of a plan back, as it stood before, with what that marked. */
  readonly reopen: (before: Plan, tried: readonly PinnedId[]) => Promise<void>;
  /** What was last taken out of a plan since the panel opened, of those that fit and aren't back. */
  readonly taken: (plan: Plan, fits: (item: PlanItem) => boolean) => TakenOut | undefined;
  readonly drop: (id: PlanId) => Promise<Result<unknown>>;
}

const nothing: PlansView = { plans: [], known: false };

export function createPlanStore(ports: Pick<Ports, 'ask' | 'listen' | 'now'>): PlanStore {
  const view = signal<PlansView>(nothing);
  let kind: Which | undefined;
  let reads = 0;
  /** Changes on their way to the archive: until the last has arrived, what is shown knows more. */
  let underWay = 0;
  /** What was taken out of plans, the latest first. */
  let takenOut: readonly (TakenOut & { readonly plan: PlanId })[] = [];
  /** What the end of a plan marked as tried, however many tries that took. */
  const marked = new Map<PlanId, readonly PinnedId[]>();

  const read: PlanStore['read'] = async (which, first) => {
    if (kind !== which) view.value = nothing;
    kind = which;
    reads += 1;
    const turn = reads;
    const reply = await firstOr(first, () => ports.ask('plan.list', { which }));
    if (turn !== reads || underWay > 0) return;
    const { joined } = view.value;
    view.value = reply.ok
      ? { plans: reply.value.plans, known: true, ...(joined === true ? { joined } : {}) }
      : { ...still(), known: true, fault: reply.fault };
  };

  ports.listen((news) => {
    if (kind === undefined) return;
    if (changesAll(news) || (news.kind === 'plans' && underWay === 0)) void read(kind);
  });

  /** What is in view, without what was said of the last change. */
  const still = (): PlansView => {
    const { fault: _gone, again: _done, joined: _seen, ...rest } = view.value;
    return rest;
  };
  const show = (plans: readonly Plan[]): void => {
    view.value = { ...still(), plans: [...plans].sort((one, other) => other.madeAt - one.madeAt) };
  };
  const without = (id: PlanId): readonly Plan[] => view.value.plans.filter((one) => one.id !== id);

  /** Sends a change that shows already; once the last is kept, the archive's word stands. */
  const keep = async <T>(
    send: (which: Which) => Promise<Result<T>>,
    again: () => void,
  ): Promise<Result<T>> => {
    const which = kind ?? 'shop';
    underWay += 1;
    const reply = await send(which);
    underWay -= 1;
    // Which may be another archive by now: what was read of it meanwhile was passed over.
    if (kind !== undefined && underWay === 0) await read(kind);
    const said = reply.ok || reply.fault.code === 'changed-meanwhile';
    if (kind === which && !said) view.value = { ...view.value, fault: reply.fault, again };
    return reply;
  };

  const add: PlanStore['add'] = async (plan) => {
    show([...without(plan.id), plan]);
    const turn = kind;
    const reply = await keep(
      (which) => ports.ask('plan.add', { which, plan }),
      () => void add(plan),
    );
    const elsewhere = reply.ok && reply.value.plan.id !== plan.id;
    if (elsewhere && kind === turn) view.value = { ...view.value, joined: true };
    return reply;
  };

  const change: PlanStore['change'] = async (id, patch, began) => {
    const known = view.value.plans.find((one) => one.id === id);
    const next = known === undefined ? undefined : patchedPlan(known, patch, ports.now());
    if (next?.ok === false) {
      view.value = { ...still(), fault: next.fault };
      return next;
    }
    if (known !== undefined && next !== undefined) {
      show([...without(id), next.value]);
      const { guardRail } = known;
      const out = known.items.filter((item) => patch.items?.[item.id] === null);
      takenOut = [...out.map((item) => ({ plan: id, item, guardRail })), ...takenOut];
    }
    return keep(
      (which) =>
        ports.ask('plan.change', { which, id, patch, ...(began === undefined ? {} : { began }) }),
      () => void change(id, patch, began),
    );
  };

  /** Shows a plan with a change over it that the worker makes by a verb of its own. */
  const preview = (id: PlanId, patch: PlanPatch): void => {
    const known = view.value.plans.find((one) => one.id === id);
    const next = known === undefined ? undefined : patchedPlan(known, patch, ports.now());
    if (next?.ok === true) show([...without(id), next.value]);
  };

  const end: PlanStore['end'] = async (id, how) => {
    preview(id, endPatch(how));
    const reply = await keep(
      async (which) => {
        const ended = await ports.ask('plan.end', { which, id, end: how });
        if (ended.ok) marked.set(id, ended.value.tried);
        return ended;
      },
      () => void end(id, how),
    );
    return reply.ok ? reply.value.tried : [];
  };

  const reopen: PlanStore['reopen'] = async (before, tried) => {
    const { id, triedIn, afterwards, endedWith } = before;
    const was = { triedIn, afterwards, endedWith };
    const back = marked.get(id) ?? tried;
    preview(id, reopenPatch(was));
    await keep(
      (which) => ports.ask('plan.reopen', { which, id, before: was, tried: [...back] }),
      () => void reopen(before, tried),
    );
  };

  const drop: PlanStore['drop'] = (id) => {
    show(without(id));
    return keep(
      (which) => ports.ask('plan.drop', { which, id }),
      () => void drop(id),
    );
  };

  return {
    view,
    read,
    add,
    change,
    end,
    reopen,
    taken: ({ id, items }, fits) =>
      takenOut.find(
        ({ plan, item }) =>
          plan === id && fits(item) && items.every((there) => there.id !== item.id),
      ),
    drop,
  };
}
