import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { PlanSchema } from '../../metrics/board/plan.ts';
import { writer } from '../../platform/text.ts';
import { i18nOf } from '../design/i18n.ts';
import { planText } from './plan-text.ts';

const sentences: Readonly<Record<string, { readonly message: string }>> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en-US'));
const plan = v.parse(PlanSchema, {
  id: '00000000-0000-4000-8000-000000000001',
  madeAt: 1,
  changedAt: 1,
  madeFrom: '7649951805363391253',
  title: 'Next LIVE',
  state: 'open',
  startsAt: Date.UTC(2026, 10, 28, 4),
  zone: { offset: -28_800 },
  guardRail: 'aov',
  items: [
    {
      id: '00000000-0000-4000-8000-000000000002',
      rank: 'a0',
      title: 'Say the *price* [twice]',
      how: 'Slowly.\n# Loudly.',
      owners: ['host', 'operator'],
      metric: 'ctor',
      done: true,
      tested: true,
    },
    {
      id: '00000000-0000-4000-8000-000000000003',
      rank: 'a1',
      title: 'Light the desk',
      how: '',
      owners: ['operator'],
      done: false,
      tested: false,
    },
  ],
});

describe('a plan as text', () => {
  it('is read as it stands in a chat', () => {
    expect(planText(plan, [], words, 'plain')).toBe(`Next LIVE · Nov 27, 2026, 20:00 GMT−8

[x] Say the *price* [twice] (Host, Operator)
    Main change; measured by CTOR
    Slowly.
    # Loudly.

[ ] Light the desk (Operator)

Watch out for AOV: it shouldn’t drop.
`);
  });

  it('is a list to tick in Markdown, whose words stay words', () => {
    expect(planText({ ...plan, simulated: true }, [], words, 'markdown')).toBe(
      `# Next LIVE · Nov 27, 2026, 20:00 GMT−8

Sample shop: simulated, not yours

- [x] **Say the \\*price\\* \\[twice\\]** (Host, Operator)  
  Main change; measured by CTOR  
  Slowly.  
  \\# Loudly.

- [ ] **Light the desk** (Operator)

Watch out for AOV: it shouldn’t drop.
`,
    );
  });
});
