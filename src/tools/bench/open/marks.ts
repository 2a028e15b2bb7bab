import type { Frame, Page } from 'playwright-core';

/**
 * What counts as true content on the panel's screen, and how another LIVE is chosen there. The bench
 * must read the screens of older builds too, so this rests on the LIVE's own id and title, on money,
 * on `aria-busy` and on the ids of sections. When a screen changes these, they change here alone.
 */

/** A LIVE by what the screen names it with. */
export interface MarkedLive {
  readonly id: string;
  readonly title: string;
}

/** What the screen shows at one moment, leaving out closed and passing parts such as menus and skeletons. */
export interface Sight {
  /** Whether the LIVE's id or title stands somewhere, the title also as what a field holds: that is how the picker says it. */
  readonly named: boolean;
  /** All amounts of money in the diagnosis, in their order; empty while no figure of it is shown. */
  readonly money: string;
}

/**
 * Reads the screen. Runs inside the page, so it uses nothing from outside itself; and within what is
 * timed, so it must be quick.
 */
export function look({ id, title }: MarkedLive): Sight {
  const leftOut = '[aria-busy="true"]:not(button), [role="listbox"], [hidden], dialog, script';
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let named = [...document.querySelectorAll('input')].some(
    (field) => field.value.includes(title) && field.closest(leftOut) === null,
  );
  const money: string[] = [];
  while (nodes.nextNode() !== null) {
    const { textContent, parentElement } = nodes.currentNode;
    const text = textContent ?? '';
    const names = text.includes(id) || text.includes(title);
    const amounts = text.match(/\p{Sc}\s?\d+(?:[.,]\d+)*/gu);
    if (!names && amounts === null) continue;
    if (parentElement?.closest(leftOut) !== null) continue;
    named ||= names;
    if (parentElement?.closest('#diagnosis') !== null) money.push(...(amounts ?? []));
  }
  return { named, money: money.join(' ') };
}

/** Whether every section is there and nothing is marked as busy. Runs inside the page too. */
export function isWholeLive(): boolean {
  const sections = ['diagnosis', 'data', 'benchmarks'];
  return (
    sections.every((id) => document.getElementById(id) !== null) &&
    document.querySelector('[aria-busy="true"]') === null
  );
}

/** Types a LIVE's id into the picker and waits until the picker offers that LIVE; Enter then opens it. */
export async function offer(view: Page | Frame, live: MarkedLive): Promise<void> {
  const picker = view.getByRole('combobox', { name: 'LIVE room' });
  await picker.fill(live.id);
  await view.getByRole('option').filter({ hasText: live.title }).waitFor();
}
