import type { Page } from 'playwright-core';
import { changePointsOf } from '../diagnosis/course/change-points.ts';
import { pinScorecardsOf } from '../diagnosis/course/pin-scorecards.ts';
import type { Session } from '../metrics/session.ts';
import { changeSettings } from './change-settings.ts';
import { newestSession, newestWhere } from './newest-live.ts';
import { cells, pickRoom, seriousFaults, settled, versus } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('what a LIVE could bring, and its course', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
  });
  test.afterAll(() => stage?.close());
  test.beforeEach(() => changeSettings(panel, { versus: 'usual', targetFigures: {} }));

  /** The one total of the steps; there is none where no step is surely worth changing. */
  const joint = () => panel.locator('.joint');
  const withTotal = () => newestWhere(panel, () => joint().isVisible());

  test('is told in sentences under Why?, and as one total of the steps', {
    tag: '@day',
  }, async () => {
    await withTotal();
    await panel.getByRole('button', { name: /^Why: / }).click();
    const sentences = async () => {
      const told = (await panel.locator('.fix-why').allTextContents()).join(' ');
      return told.match(/[.!?](?=\s|$)/g)?.length;
    };
    await expect.poll(sentences).toBeGreaterThanOrEqual(5);
    await expect(joint()).toHaveText(
      /^Together about \$[\d.,K]+ an hour \(\$[\d.,K]+ to \$[\d.,K]+\)/,
    );
  });

  test('has targets of the seller’s own, step by step', async () => {
    await withTotal();
    await versus(panel).selectOption({ label: 'vs. my targets' });
    const field = panel.getByRole('textbox', { name: 'Ordered (CTOR): your own figure' });
    const slider = dialog().getByRole('slider', { name: 'Ordered (CTOR)' });
    const opener = panel.getByRole('button', { name: 'What if… Ordered (CTOR)' });
    await field.fill('99');
    await panel.getByRole('button', { name: /^Expand all factors/ }).click();
    await panel.locator('.factor-row', { hasText: 'Clicks to orders' }).click();
    await opener.click();
    await expect(slider).toHaveAttribute('aria-valuetext', '99.0%, target 99.0%');
    await panel.keyboard.press('Escape');
    await field.fill('');
    await expect(panel.locator('.step[data-step="ctor"]')).not.toContainText('99.0%');
    await versus(panel).selectOption({ label: 'vs. your usual' });
    await expect(field).toHaveCount(0);
  });

  const dialog = () => panel.getByRole('dialog', { name: 'What if' });

  test.describe('what if', () => {
    const result = () => dialog().getByRole('status');
    const slider = () => dialog().getByRole('slider').first();
    const reset = () => dialog().getByRole('button', { name: 'Reset' }).press('Enter');
    const opener = () => panel.getByRole('button', { name: /^What if/ }).first();
    const lever = () => panel.locator('.factor-row:has(.money-bar)').first();
    /** Opens it from the first lever of a LIVE that has one below its target. */
    test.beforeEach(async () => {
      await newestWhere(panel, async () => {
        if (!(await lever().isVisible())) return false;
        await lever().press('Enter');
        return opener().isVisible();
      });
      await opener().press('Enter');
      await dialog().waitFor();
    });
    test.afterEach(async () => {
      await panel.keyboard.press('Escape');
      await expect(dialog()).toHaveCount(0);
    });

    test('opens with the lever at its target, for the money that the lever has', async () => {
      const money = (await lever().locator('.factor-money').textContent()) ?? '';
      await expect(result()).toContainText(`${money} more than this LIVE (`);
      await eventually(async () => {
        const texts = await dialog()
          .getByRole('slider')
          .evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuetext')));
        expect(texts.length).toBeGreaterThan(0);
        expect(texts.some((text) => /^(.+), target \1$/.test(text ?? ''))).toBe(true);
        for (const text of texts) expect(text).toMatch(/^\$?[\d,]+(\.\d{1,2})?%?, target /);
      });
    });

    test('starts from the LIVE’s own figures, and its GMV per hour is the first screen’s', async () => {
      await reset();
      await expect(result()).toContainText('same as this LIVE');
      const told = (await panel.locator('.verdict-figure').textContent()) ?? '';
      await expect(result()).toContainText(told);
      await eventually(async () => {
        const steps = await panel.locator('.step').evaluateAll((all) =>
          all.map((step) => ({
            said: step.querySelector('.step-yours')?.firstChild?.textContent ?? '',
            word: step.querySelector('.step-name b')?.textContent ?? '',
          })),
        );
        const sliders = await dialog()
          .getByRole('slider')
          .evaluateAll((all) =>
            all.map((one) => ({
              name: one.getAttribute('aria-label') ?? '',
              says: one.getAttribute('aria-valuetext') ?? '',
            })),
          );
        expect(sliders.length).toBeGreaterThan(0);
        for (const { name, says } of sliders) {
          const own = steps.find(({ word }) => name.startsWith(`${word} (`));
          expect(says.split(', ')[0]).toBe(own?.said);
        }
      });
    });

    test('marks target and usual on each slider where they stand', async () => {
      await eventually(async () => {
        const marks = await dialog()
          .locator('.what-if-step')
          .evaluateAll((all) =>
            all.map((step) => {
              const input = step.querySelector('input[type="range"]');
              if (!(input instanceof HTMLInputElement)) return undefined;
              const mark = step.querySelector('.slide .slide-target')?.getBoundingClientRect();
              const { left, width } = input.getBoundingClientRect();
              const text = /target [^\d]*([\d,.]+)/.exec(step.textContent ?? '')?.[1] ?? '';
              const share = Number(text.replaceAll(',', '')) / Number(input.max);
              return {
                off: Math.abs((mark?.left ?? 0) + 1 - (left + 8 + (width - 16) * share)),
                usual: step.querySelectorAll('.slide .slide-usual').length,
              };
            }),
          );
        expect(marks.length).toBeGreaterThan(0);
        for (const mark of marks) {
          expect(mark?.off).toBeLessThan(2);
          expect(mark?.usual).toBe(1);
        }
      });
    });

    test('moves with a step by keyboard and by typing, and goes back at reset', async () => {
      await reset();
      const before = (await result().textContent()) ?? '';
      await slider().focus();
      for (let press = 0; press < 5; press += 1) await panel.keyboard.press('ArrowRight');
      await expect(result()).toContainText(/\$[\d.,K]+ more than this LIVE/);
      await reset();
      await expect(result()).toHaveText(before);
      const field = dialog().getByRole('textbox').first();
      await field.focus();
      await panel.keyboard.type('7');
      await expect(field).toHaveValue('7');
      await field.fill('0.5');
      await expect(field).toHaveValue('0.5');
      await expect(result()).toContainText(/\$[\d.,K]+ less than this LIVE/);
      await reset();
      await expect(result()).toHaveText(before);
    });

    test('takes findings as solved, and all levers at once', async () => {
      await reset();
      const before = (await result().textContent()) ?? '';
      await dialog().getByText('Tick what would be fixed').click();
      const box = dialog().getByRole('checkbox').first();
      await box.focus();
      await panel.keyboard.press('Space');
      await expect(result()).toContainText('more than this LIVE');
      await panel.keyboard.press('Space');
      await expect(result()).toHaveText(before);
      await dialog().getByRole('button', { name: 'Set all to target' }).press('Enter');
      await expect(result()).toContainText('more than this LIVE');
    });

    test('has no serious fault that axe finds', async () => {
      await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
    });
  });

  test('shows where the course changed, as marks on the chart and in words', async () => {
    const session = await newestSession(panel, (one) =>
      changePointsOf(one).some(({ happened }) => happened[0]),
    );
    await pickRoom(panel, session.room.id);
    const changes = changePointsOf(session);
    const marks = panel.getByRole('list', { name: 'Changes' }).getByRole('listitem');
    await expect(marks).toHaveCount(changes.length);
    await eventually(async () => {
      const listed = await panel.locator('.change').allTextContents();
      expect(listed).toHaveLength(changes.length);
      for (const [place, text] of listed.entries()) {
        expect(text).toMatch(changes[place]?.direction === 'fell' ? / fell from / : / rose from /);
        expect(text).toMatch(/90% interval \$[\d.,K]+ to \$[\d.,K]+/);
      }
      expect(listed.some((text) => / after the /.test(text))).toBe(true);
    });
  });

  test('scores every pinned product, or says how much longer it would have to be pinned', async () => {
    const scored = (one: Session) => pinScorecardsOf(one)?.products.length ?? 0;
    const session = await newestSession(
      panel,
      (one) => one.room.status !== 'live' && scored(one) > 1,
    );
    await pickRoom(panel, session.room.id);
    const card = panel.locator('.pin-scores');
    await card.getByRole('button', { name: /^Show each of / }).press('Enter');
    await eventually(async () => {
      const rows = await cells(card.getByRole('table'));
      expect(rows.length).toBeGreaterThanOrEqual(scored(session));
      // What is alike for all of them is said once, above.
      const above = (await card.locator('> p').allTextContents()).join(' ');
      for (const row of rows) {
        expect(`${row.join(' ')} ${above}`).toMatch(
          /average|Too early: pin .+ more|[Nn]ot enough data|All pins/,
        );
      }
    });
  });

  test('says of the running LIVE how it goes and what to act on, and of no other', async () => {
    const pace = panel.getByRole('region', { name: 'Pace so far' });
    const ended = await newestSession(panel, ({ room }) => room.status !== 'live');
    await pickRoom(panel, ended.room.id);
    await expect(pace).toHaveCount(0);
    const running = await newestSession(panel, ({ room }) => room.status === 'live');
    await pickRoom(panel, running.room.id);
    await expect(pace).toHaveCount(1);
    await expect(pace).toContainText(/after .+: .+ your usual|minute figures|Not enough data yet/);
    await expect.poll(async () => [1, 2].includes(await pace.getByRole('row').count())).toBe(false);
  });
});
