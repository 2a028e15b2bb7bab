import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isNameless } from '../../metrics/live/nameless.ts';
import { IconButton } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { type App, useApp } from '../state/app.ts';
import { FiguresAge } from './figures-age.tsx';
import './section-nav.css';

/** Ids of the sections the links lead to. */
const sectionIds = ['diagnosis', 'data', 'benchmarks', 'pinned', 'next'] as const;
export type SectionId = (typeof sectionIds)[number];

/** What each section is called. */
export const sectionNames = {
  diagnosis: 'panel_nav_diagnosis',
  data: 'panel_nav_data',
  benchmarks: 'panel_nav_benchmarks',
  pinned: 'panel_nav_pinned',
  next: 'plan_nav',
} as const;

/** Links to the sections, the one in view marked; beside them the figures' age. */
export function SectionNav(): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const ids = sectionsOf(app);
  const current = useSignal<SectionId>('diagnosis');
  useEffect(() => {
    const mark = (): void => {
      current.value = sectionInView();
    };
    addEventListener('scroll', mark, { passive: true });
    // What is made or unfolded above moves the sections without a scroll. It tells of the height at the start too.
    const heights = new ResizeObserver(mark);
    heights.observe(document.body);
    return () => {
      removeEventListener('scroll', mark);
      heights.disconnect();
    };
  }, [current, ids.length]);
  const links = useRef<HTMLDivElement>(null);
  // On a narrow panel the links scroll in a row of their own, and the marked one stays in sight.
  useEffect(() => {
    const { current: row } = links;
    const marked = row?.querySelector<HTMLElement>('[aria-current]');
    if (row === null || !marked) return;
    const { left, right } = row.getBoundingClientRect();
    const link = marked.getBoundingClientRect();
    if (link.left < left) row.scrollLeft += link.left - left;
    else if (link.right > right) row.scrollLeft += link.right - right;
  }, [current.value]);
  return (
    <nav class="sections-nav" aria-label={t('panel_nav')}>
      <div class="sections-links" ref={links}>
        {ids.map((id) => (
          <a
            key={id}
            href={`#${id}`}
            data-name={t(sectionNames[id])}
            aria-current={current.value === id ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              goTo(id);
            }}
          >
            {t(sectionNames[id])}
          </a>
        ))}
      </div>
      <Freshness />
    </nav>
  );
}

/** The sections that are there; the board and the plan without a LIVE too. */
export function sectionsOf({ board, plans, room }: App): readonly SectionId[] {
  const { id, session, fault } = room.view.value;
  if (id !== undefined && (session !== undefined || fault === undefined)) return sectionIds;
  const planned = plans.view.value.plans.length > 0;
  const pinned = board.view.value.pinned.length > 0;
  return [...(pinned ? (['pinned'] as const) : []), ...(planned ? (['next'] as const) : [])];
}

/** Scrolls to a section and moves the focus there, without touching the panel's address. */
export function goTo(id: SectionId): void {
  const section = document.getElementById(id);
  section?.scrollIntoView();
  section?.focus({ preventScroll: true });
}

/** How far from the top of a tall window a section counts as come into view, in CSS pixels. */
const LOWEST_LINE = 320;

/** The last section whose top has passed the upper third of the window, of a tall one a line above that; the last of all at the page's end. */
function sectionInView(): SectionId {
  const { scrollY, innerHeight } = window;
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const there = sectionIds.filter((id) => document.getElementById(id) !== null);
  if (atEnd && scrollY > 0) return there.at(-1) ?? 'diagnosis';
  const line = Math.min(innerHeight / 3, LOWEST_LINE);
  const passed = there.filter((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    return top !== undefined && top < line;
  });
  return passed.at(-1) ?? 'diagnosis';
}

function Freshness(): JSX.Element {
  const { t } = useI18n();
  const { room } = useApp();
  const { busy, id } = room.view.value;
  const working = busy !== 'no';
  return (
    <span class="freshness">
      <FiguresAge class="age clip-text" />
      {id !== undefined && !isNameless(id) && (
        <IconButton
          icon="refresh"
          busy={working}
          label={t('panel_refresh')}
          onClick={() => void room.refresh(true)}
        />
      )}
    </span>
  );
}
