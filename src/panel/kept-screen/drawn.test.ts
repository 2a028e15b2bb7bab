import { Window } from 'happy-dom';
import { describe, expect, it, vi } from 'vitest';
import { draw, readDrawn } from './drawn.ts';

const page = new Window();
for (const name of ['document', 'Text', 'Element', 'HTMLInputElement', 'HTMLOptionElement']) {
  vi.stubGlobal(name, Reflect.get(page, name));
}

/** A panel of this content. */
function panelOf(content: string): Element {
  document.body.innerHTML = `<div id="root">${content}</div>`;
  const panel = document.querySelector('#root > *');
  if (panel === null) throw new Error('There is no panel.');
  return panel;
}

/** What stands there once it was stored and drawn again. */
function again(content: string): string | undefined {
  const drawn = draw(JSON.parse(JSON.stringify(readDrawn(panelOf(content)))));
  return drawn instanceof Element ? drawn.outerHTML : undefined;
}

describe('a drawn screen', () => {
  it('is drawn again as it was, with its pictures in their own namespace', () => {
    const content =
      '<div class="panel" style="--w: 3px;"><b title="a &amp; b">$1 &lt; $2</b><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg></div>';
    expect(again(content)).toBe(content);
    const drawn = draw(['svg', {}, ['path', {}]]);
    expect(drawn instanceof Element && drawn.firstElementChild?.namespaceURI).toBe(
      'http://www.w3.org/2000/svg',
    );
  });

  it('leaves out what comes later, what can’t be used, and what is of the moment', () => {
    const screen = (more: string, age: string, course: string): string =>
      `<div class="panel">${more}<nav><span class="age">${age}</span></nav><main><div><section id="diagnosis"><div class="verdict">Longest LIVE<div class="verdict-course">${course}</div></div>`;
    expect(
      again(
        `${screen('<button class="skip-link">Skip</button><dialog>Keys</dialog>', '3 min ago', '<canvas></canvas>')}<p>Factors</p></section><section id="data">Data</section></div><section>Board</section></main></div>`,
      ),
    ).toBe(`${screen('', '', '')}</section><div class="rest-to-come"></div></div></main></div>`);
  });

  it('holds what stands in its fields', () => {
    const panel = panelOf(
      '<div><input><select><option>One</option><option>Two</option></select></div>',
    );
    const [field, choice] = [panel.querySelector('input'), panel.querySelector('select')];
    if (field === null || choice === null) throw new Error('The fields are missing.');
    field.value = 'Summer LIVE';
    choice.selectedIndex = 1;
    expect(readDrawn(panel)).toEqual([
      'div',
      {},
      ['input', { value: 'Summer LIVE' }],
      ['select', {}, ['option', {}, 'One'], ['option', { selected: '' }, 'Two']],
    ]);
  });

  it('loads and runs nothing, whoever stored it', () => {
    const loading = {
      src: 'a.png',
      srcset: 'a.png',
      href: '/',
      onclick: 'a()',
      action: '/',
      id: 'a',
    };
    expect(again('<a href="/" onclick="a()" id="a">x</a>')).toBe('<a id="a">x</a>');
    const drawn = draw(['img', loading]);
    expect(drawn instanceof Element && drawn.getAttributeNames()).toEqual(['id']);
  });

  it.each([
    undefined,
    null,
    7,
    {},
    [],
    ['b'],
    ['b', 'c'],
    [7, {}],
    ['script', {}, 'a()'],
    ['IFRAME', {}],
  ])('is nothing of %j', (other) => {
    expect(draw(other)).toBeUndefined();
  });
});
