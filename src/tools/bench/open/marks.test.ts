// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { isWholeLive, look } from './marks.ts';

const live = { id: '7712665434308482609', title: 'Tidy home night' };

const show = (html: string): void => {
  document.body.innerHTML = html;
};
afterEach(() => show(''));

describe('what stands on the screen', () => {
  it('is the LIVE when its id or its title is there', () => {
    show('<main><p>Room id</p><p>7712665434308482609</p></main>');
    expect(look(live).named).toBe(true);
    show('<main><p>Tidy home night</p></main>');
    expect(look(live).named).toBe(true);
    show('<main><p>Glow night</p><p>7713264443074953443</p></main>');
    expect(look(live).named).toBe(false);
  });

  it('is the LIVE when the picker’s field holds its title, not when its id was typed there', () => {
    show('<label><input value="Tidy home night, 14 Nov"></label>');
    expect(look(live).named).toBe(true);
    show('<label><input value="7712665434308482609"></label>');
    expect(look(live).named).toBe(false);
  });

  it('has the amounts of money of the diagnosis in their order, whatever the currency', () => {
    show(`
      <section id="diagnosis"><b>$1.1K</b><p>over <i>₫13.6M</i>, AOV $24.60, CTOR 4 %</p></section>
      <section id="board"><p>$7</p></section>`);
    expect(look(live).money).toBe('$1.1 ₫13.6 $24.60');
  });

  it('leaves out skeletons, menus, closed dialogs and what is hidden', () => {
    show(`<section id="diagnosis">
      <div aria-busy="true"><p>Tidy home night $1</p></div>
      <div role="listbox"><div role="option">Tidy home night <small>$2</small></div></div>
      <div hidden><p>Tidy home night $3</p><input value="Tidy home night"></div>
      <dialog><p>Tidy home night $4</p></dialog>
      <p>Nothing yet</p></section>`);
    expect(look(live)).toEqual({ named: false, money: '' });
  });

  it('keeps the label of a button that is busy', () => {
    show('<button aria-busy="true">Tidy home night</button>');
    expect(look(live).named).toBe(true);
  });
});

describe('the whole panel', () => {
  const sections = '<section id="diagnosis"></section><section id="data"></section>';

  it('is there with its last section', () => {
    show(sections);
    expect(isWholeLive()).toBe(false);
    show(`${sections}<section id="benchmarks"></section>`);
    expect(isWholeLive()).toBe(true);
  });

  it('is not there while anything is busy, be it the button that reads anew', () => {
    const all = `${sections}<section id="benchmarks"></section>`;
    show(`${all}<button aria-busy="true"></button>`);
    expect(isWholeLive()).toBe(false);
    show(`${all}<button aria-busy="false"></button>`);
    expect(isWholeLive()).toBe(true);
  });
});
