import type { Frame, Page } from 'playwright-core';

const PATIENCE = { timeout: 25_000 };

/** Waits until the panel shows a LIVE with all its sections, and nothing is being read for it. */
export async function settled(view: Page | Frame): Promise<void> {
  await view.locator('#benchmarks').waitFor(PATIENCE);
  await view.locator('.freshness [aria-busy="false"]').waitFor(PATIENCE);
  await view.locator('.timeline-canvas canvas').first().waitFor(PATIENCE);
}

/** Waits until a text stands somewhere in the panel. */
export async function says(view: Page | Frame, text: string | RegExp): Promise<void> {
  await view.getByText(text).first().waitFor(PATIENCE);
}
