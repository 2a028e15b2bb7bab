import type { JSX } from 'preact';
import { Button, IconButton } from '../../panel/design/button.tsx';
import { Chip, type Shape, type Tone } from '../../panel/design/chip.tsx';
import { CoverPicture } from '../../panel/design/cover.tsx';
import { Disclosure } from '../../panel/design/disclosure.tsx';
import { DraftField } from '../../panel/design/draft-field.tsx';
import { PlayMark } from '../../panel/design/icon.tsx';
import { Menu } from '../../panel/design/menu.tsx';
import { Notice } from '../../panel/design/notice.tsx';
import { RichMessage } from '../../panel/design/rich-message.tsx';
import { Section } from '../../panel/design/section.tsx';
import { Select } from '../../panel/design/select.tsx';
import { Skeleton } from '../../panel/design/skeleton.tsx';
import { Strip, StripKey } from '../../panel/design/strip.tsx';
import { TableScroll } from '../../panel/design/table-scroll.tsx';
import { Tooltip } from '../../panel/design/tooltip.tsx';
import { VerdictChip } from '../../panel/design/verdict-chip.tsx';
import { VisuallyHidden } from '../../panel/design/visually-hidden.tsx';
import { icons } from './icons.tsx';
import { OpenedDialog } from './opened-dialog.tsx';

interface Component {
  /** As it is exported. */
  readonly name: string;
  /** What it looks like, by the name of its state. */
  readonly states: Readonly<Record<string, JSX.Element>>;
}

const nothing = (): void => undefined;
const tones: readonly Tone[] = ['low', 'high', 'warn', 'accent', 'plain'];
const shapes: readonly Shape[] = ['down', 'up', 'dot', 'alert'];
const kept = { ok: true, value: undefined } as const;
const choices = [
  { value: 'usual', name: 'your usual' },
  { value: 'last', name: 'last LIVE' },
  { value: 'market', name: 'TikTok’s comparison', disabled: true },
];
const states = <T extends string>(
  all: readonly T[],
  show: (one: T) => JSX.Element,
): Record<string, JSX.Element> => Object.fromEntries(all.map((one) => [one, show(one)]));

/** The components of the panel in every state that they have. */
export const components: readonly Component[] = [
  {
    name: 'Button',
    states: {
      ...states(['primary', 'plain', 'danger', 'link'], (look) => (
        <Button look={look}>Add to plan</Button>
      )),
      'with an icon': <Button icon="refresh">Try again</Button>,
      disabled: <Button disabled>Add to plan</Button>,
    },
  },
  {
    name: 'IconButton',
    states: {
      'at rest': <IconButton icon="refresh" label="Read again" />,
      busy: <IconButton icon="refresh" label="Reading" busy />,
      disabled: <IconButton icon="earlier" label="Earlier LIVE" disabled />,
    },
  },
  {
    name: 'Chip',
    states: {
      ...states(tones, (tone) => <Chip tone={tone}>{tone}</Chip>),
      ...states(shapes, (shape) => (
        <Chip tone="plain" shape={shape}>
          {shape}
        </Chip>
      )),
    },
  },
  {
    name: 'VerdictChip',
    states: {
      lower: <VerdictChip verdict="lower" />,
      higher: <VerdictChip verdict="higher" />,
      'lower, as usual': <VerdictChip verdict="lower" isUsual />,
      'higher where lower is better': <VerdictChip verdict="higher" better="lower" />,
      same: <VerdictChip verdict="same" />,
      ...states(
        ['not-reported', 'no-benchmark', 'unknown-denominator', 'not-comparable', 'contradicts'],
        (none) => <VerdictChip verdict={{ none }} />,
      ),
    },
  },
  {
    name: 'Select',
    states: {
      'at rest': (
        <Select label="Compared with" value="usual" choices={choices} onChoose={nothing} />
      ),
    },
  },
  {
    name: 'Disclosure',
    states: {
      closed: (
        <Disclosure summary="All 20 totals">
          <p>GMV $2,291.95</p>
        </Disclosure>
      ),
      open: (
        <Disclosure summary="All 20 totals" open>
          <p>GMV $2,291.95</p>
        </Disclosure>
      ),
    },
  },
  {
    name: 'Menu',
    states: {
      closed: (
        <Menu
          icon="more"
          label="More"
          items={[
            { name: 'Print', run: nothing },
            { name: 'Download CSV', note: 'All figures', run: nothing },
            { name: 'Copy the verdict', disabled: true, run: nothing },
          ]}
        />
      ),
      'something new': (
        <Menu
          icon="more"
          label="Menu, with something new"
          marked
          items={[{ name: 'What’s new', note: 'New in version 0.2.0', run: nothing }]}
        />
      ),
    },
  },
  {
    name: 'Tooltip',
    states: {
      closed: <Tooltip label="What is CTOR?">Orders per product click.</Tooltip>,
    },
  },
  {
    name: 'Dialog',
    states: { 'opened by its button': <OpenedDialog /> },
  },
  {
    name: 'Notice',
    states: states(['info', 'warn', 'fault'], (tone) => (
      <div class="gallery-wide">
        <Notice
          tone={tone}
          title="Some data is missing"
          actions={<Button icon="refresh">Try again</Button>}
        >
          Seller Center has a problem. Retry in a minute.
        </Notice>
      </div>
    )),
  },
  {
    name: 'Strip',
    states: {
      whole: (
        <div class="gallery-wide">
          <Strip
            label="4.4%, usual 3.6% to 4.1%, benchmark 5%"
            yours={4.4}
            usual={{ low: 3.6, high: 4.1 }}
            benchmark={5}
            range={undefined}
          />
        </div>
      ),
      'nothing known': (
        <div class="gallery-wide">
          <Strip
            label="Not reported"
            yours={undefined}
            usual={undefined}
            benchmark={undefined}
            range={undefined}
          />
        </div>
      ),
    },
  },
  {
    name: 'StripKey',
    states: { 'with the usual range': <StripKey />, 'without it': <StripKey usual={false} /> },
  },
  {
    name: 'TableScroll',
    states: {
      'a table': (
        <div class="gallery-wide">
          <TableScroll label="Products">
            <table>
              <thead>
                <tr>
                  <th scope="col">Product</th>
                  <th scope="col">Orders</th>
                  <th scope="col">GMV</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">Linen apron with a long name</th>
                  <td>25</td>
                  <td>$866.10</td>
                </tr>
              </tbody>
            </table>
          </TableScroll>
        </div>
      ),
    },
  },
  {
    name: 'DraftField',
    states: {
      empty: (
        <DraftField
          label="Note"
          value=""
          placeholder="Your note"
          most={200}
          onKeep={() => Promise.resolve(kept)}
        />
      ),
      written: (
        <DraftField
          label="Note"
          value="Ask Ana for the lamp"
          most={200}
          onKeep={() => Promise.resolve(kept)}
        />
      ),
    },
  },
  {
    name: 'CoverPicture',
    states: { 'without a picture': <CoverPicture url={undefined} class="gallery-radius" /> },
  },
  {
    name: 'Skeleton',
    states: { reading: <Skeleton width="200px" height="20px" /> },
  },
  {
    name: 'Section',
    states: {
      'with words beside its heading': (
        <div class="gallery-wide">
          <Section id="example" title="Performance data" aside={<Chip tone="plain">final</Chip>}>
            <p>Figures</p>
          </Section>
        </div>
      ),
    },
  },
  {
    name: 'RichMessage',
    states: {
      'names stand out': (
        <p>
          <RichMessage
            text={{ key: 'palette_found', values: { count: { kind: 'count', value: 12 } } }}
          />
        </p>
      ),
    },
  },
  {
    name: 'Icon',
    states: icons,
  },
  { name: 'PlayMark', states: { 'at rest': <PlayMark /> } },
  {
    name: 'VisuallyHidden',
    states: {
      'for readers of the screen alone': (
        <VisuallyHidden>Said to readers of the screen</VisuallyHidden>
      ),
    },
  },
];
