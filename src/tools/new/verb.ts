import { addToList } from './insert.ts';
import { CannotMake, type Kind } from './kind.ts';
import { mustMatch, wordsIn } from './written-name.ts';

const DEFINITIONS = 'src/platform/verbs';
const HANDLERS = 'src/background/verbs';
const ASK = 'src/platform/ask.ts';

/** A message to the worker that carries nothing and is answered with nothing yet. */
export const verbKind: Kind = {
  usage: 'verb GROUP.NAME [--once]',
  says: 'a message to the worker such as plan.copy; --once for one that must not be sent twice',
  add(name, { once = false }, copy) {
    mustMatch(
      name,
      /^[a-z]+\.[a-z]+(-[a-z]+)*$/,
      'write its group, a dot and a word for it, as in plan.copy.',
    );
    const [group = ''] = name.split('.');
    const definitions = `${DEFINITIONS}/${group}.ts`;
    const handlers = `${HANDLERS}/${group}.ts`;
    if (!copy.has(definitions) || !copy.has(handlers)) {
      const groups = copy.names(HANDLERS).filter((file) => !file.endsWith('.test.ts'));
      const named = groups.map((file) => file.replace('.ts', '')).join(', ');
      throw new CannotMake(`There is no group of verbs ${group}. Groups are: ${named}.`);
    }
    const defined = copy.read(definitions);
    const taken = copy
      .names(DEFINITIONS)
      .find((file) => copy.read(`${DEFINITIONS}/${file}`).includes(`'${name}': defineVerb`));
    if (taken !== undefined) {
      throw new CannotMake(`There is a verb ${name} already: ${DEFINITIONS}/${taken}.`);
    }
    const from = group === 'page' ? 'page' : 'panel';
    const definition = `  /** Say what ${wordsIn(name)} asks of the worker. */
  '${name}': defineVerb({
    from: '${from}',
    request: v.object({}),
    reply: reply<Record<string, never>>(),
    idempotent: ${!once},
  }),`;
    const handler = `  /** Say what the worker does. */
  '${name}': async () => ok({}),`;
    return {
      files: {
        [definitions]: addToList(
          withValibot(defined),
          `export const ${group}Verbs`,
          '};',
          definition,
        ),
        [handlers]: addToList(
          copy.read(handlers),
          `export const ${group}Handlers`,
          '};',
          `\n${handler}`,
        ),
        [`${HANDLERS}/${name.replace('.', '-')}.test.ts`]: verbTest(name, from),
        ...(once
          ? { [ASK]: addToList(copy.read(ASK), 'const once:', '};', `  '${name}': true,`) }
          : {}),
      },
      byHand: [
        `what it carries and what it is answered with (${definitions})`,
        `what the worker does (${handlers}), and a test of that`,
      ],
    };
  },
};

/** A file whose verbs carry nothing of their own does without the import. */
function withValibot(text: string): string {
  return text.includes("from 'valibot'") ? text : `import * as v from 'valibot';\n${text}`;
}

function verbTest(name: string, from: 'page' | 'panel'): string {
  const [allowed, refused] = from === 'page' ? ['page', 'panelTab'] : ['panelTab', 'page'];
  return `import { describe, expect, it, vi } from 'vitest';
import { ok } from '../../metrics/fault.ts';
import { senders } from '../browser.fixture.ts';
import { handlers } from '../messaging/handlers.ts';
import { route } from '../messaging/router.ts';

vi.mock('../../platform/browser.ts', async () => ({
  browser: (await import('../browser.fixture.ts')).memoryBrowser(),
}));

const message = { app: 'live-diagnosis', verb: '${name}', request: {} };

describe('${name}', () => {
  it('is answered where it may be asked', async () => {
    expect(await route(message, senders.${allowed}(), handlers)).toEqual(ok({}));
  });

  it('is refused to everyone else', async () => {
    expect(await route(message, senders.${refused}(), handlers)).toMatchObject({
      fault: { code: 'bad-message' },
    });
  });
});
`;
}
