import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Finding, Fix, Report } from '../../diagnosis/report.ts';
import { isFiled } from '../../metrics/live/filed.ts';
import type { Session } from '../../metrics/session.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { Icon } from '../design/icon.tsx';
import { RichMessage } from '../design/rich-message.tsx';
import { ClipsLink } from '../diagnosis/benchmark-clips.tsx';
import { FactorClips } from '../diagnosis/factor-clips.tsx';
import { FactorDetail } from '../diagnosis/factor-detail.tsx';
import { AddFinding } from '../plan/add-to-plan.tsx';
import { Narrative, NothingFirst } from '../potential/narrative.tsx';
import { fixInterval, fixWorth } from './fix-worth.ts';
import './fix.css';

/**
 * What to fix first with its deed, money and reasons, and the next ones in a line each. What has no money is no match
 * for why nothing comes first, and keeps its line.
 */
export function FixFirst({ report, session }: { report: Report; session: Session }): JSX.Element {
  const first = report.fixes.find(({ money }) => money !== undefined);
  const further = report.fixes.filter((fix) => fix !== first);
  return (
    <div class="fix">
      {first === undefined ? (
        <div class="card fix-none">
          <NothingFirst report={report} />
          <ExportAgain report={report} session={session} />
        </div>
      ) : (
        <First key={first.id} fix={first} report={report} session={session} />
      )}
      <Further
        fixes={further}
        from={first === undefined ? 1 : 2}
        report={report}
        session={session}
      />
    </div>
  );
}

/** What brings the figures that keep a LIVE from export files from being split into steps. */
function ExportAgain({ report: { gap }, session }: { report: Report; session: Session }) {
  const { t } = useI18n();
  const isLacking = gap.state === 'missing' && gap.yours.length > 0;
  if (!isLacking || !isFiled(session)) return null;
  return <p class="narrative">{t('report_summary_missing_export')}</p>;
}

const findingOf = ({ factor }: Fix, { findings }: Report): Finding | undefined =>
  findings.find((finding) => finding.factor === factor);

function First({
  fix,
  report,
  session,
}: {
  fix: Fix;
  report: Report;
  session: Session;
}): JSX.Element {
  const { t, write } = useI18n();
  const open = useSignal(false);
  const { how } = fix;
  const finding = findingOf(fix, report);
  const deed = { kind: 'phrase', phrase: fix.deed } as const;
  const title = `fix-${fix.id}`;
  const isLoss = report.verdict.side !== 'above';
  return (
    <section class="card fix-first" aria-labelledby={title}>
      <div class="fix-head">
        <h3 id={title}>{t(isLoss ? 'verdict_fix_first' : 'verdict_gain_first', { deed })}</h3>
        <Worth fix={fix} report={report} />
      </div>
      <Interval fix={fix} report={report} />
      {how !== undefined && <p class="fix-deed">{write(how)}</p>}
      <div class="fix-acts">
        {finding !== undefined && (
          <>
            <FactorClips finding={finding} session={session} />
            <ClipsLink finding={finding} text="verdict_clips" />
          </>
        )}
        <span class="fix-buttons">
          <Button
            look="link"
            aria-label={t('verdict_why_label', { deed })}
            aria-expanded={open.value}
            aria-controls={open.value ? `${title}-why` : undefined}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            {t('verdict_why')}
          </Button>
          {finding !== undefined && <AddFinding finding={finding} report={report} look="primary" />}
        </span>
      </div>
      {open.value && (
        <div id={`${title}-why`} class="fix-why">
          <Why fix={fix} report={report} session={session} isFirst />
        </div>
      )}
    </section>
  );
}

/** Why a thing is to be fixed; under the card of the first one without what stands there. */
function Why({
  fix,
  report,
  session,
  isFirst = false,
}: {
  fix: Fix;
  report: Report;
  session: Session;
  isFirst?: boolean;
}): JSX.Element {
  const { write } = useI18n();
  const finding = findingOf(fix, report);
  return (
    <>
      {fix.note === undefined && isFirst && <Narrative report={report} />}
      {fix.note !== undefined && fix.how !== undefined && !isFirst && (
        <p class="fix-note">{write(fix.how)}</p>
      )}
      {fix.note !== undefined && (
        <p class="fix-note">
          <RichMessage text={fix.note} />
        </p>
      )}
      {finding !== undefined && (
        <FactorDetail finding={finding} report={report} session={session} isFirst={isFirst} />
      )}
    </>
  );
}

/** How many further things to fix are seen before the seller asks for the rest: a first screen has few words. */
const AT_FIRST = 1;

function Further({
  fixes,
  from,
  report,
  session,
}: {
  fixes: readonly Fix[];
  /** The place of the first of them. */
  from: number;
  report: Report;
  session: Session;
}): JSX.Element | null {
  const { t, write } = useI18n();
  const open = useSignal<string | undefined>(undefined);
  const all = useSignal(false);
  const list = useRef<HTMLOListElement>(null);
  const next = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (all.value) next.current?.focus();
  }, [all.value]);
  if (fixes.length === 0) return null;
  // Violations cost the account itself, and wait for no click.
  const isFolded = ({ factor }: Fix, place: number): boolean =>
    place >= AT_FIRST && factor !== 'compliance' && !all.value;
  const more = { kind: 'count', value: fixes.filter(isFolded).length } as const;
  return (
    <ol ref={list} class="fix-further" aria-label={t('verdict_further')}>
      {fixes.map((fix, place) => {
        const { id, deed } = fix;
        const isOpen = open.value === id;
        return (
          // All of them are printed.
          <li key={id} hidden={isFolded(fix, place)}>
            <button
              type="button"
              class="fix-line"
              aria-expanded={isOpen}
              onClick={() => {
                open.value = isOpen ? undefined : id;
              }}
            >
              <span class="fix-number" aria-hidden="true">
                {place + from}
              </span>
              <span class="clip-text">{write(deed)}</span>
              <Worth fix={fix} report={report} />
              <Icon name="chevron" size={14} />
            </button>
            {isOpen && (
              <>
                <Interval fix={fix} report={report} />
                <Why fix={fix} report={report} session={session} />
              </>
            )}
          </li>
        );
      })}
      {more.value > 0 && (
        <li class="fix-more">
          <Button
            look="link"
            aria-label={t('verdict_more_label', { count: more })}
            onClick={() => {
              // Who unfolds them by the keyboard goes on at the first one, as this button goes.
              next.current = list.current?.querySelector('li[hidden] button') ?? null;
              all.value = true;
            }}
          >
            {t('verdict_more', { count: more })}
          </Button>
        </li>
      )}
    </ol>
  );
}

/** Its money; else what there is of it, in fewer words than a sentence. */
function Worth({ fix, report }: { fix: Fix; report: Report }): JSX.Element | null {
  const worth = fixWorth(fix, report, useI18n());
  if (worth === undefined) return null;
  return fix.money === undefined ? (
    <span class="fix-brief">{worth}</span>
  ) : (
    <b class="fix-money">{worth}</b>
  );
}

/** The range of the money, and how sure it is that there is any. */
function Interval({ fix, report }: { fix: Fix; report: Report }): JSX.Element | null {
  const range = fixInterval(fix, report, useI18n());
  return range === undefined ? null : <p class="fix-interval">{range}</p>;
}
