import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { neverCertain } from './never-certain.ts';
import './potential.css';

/** Sentences that stand out: what the LIVE made, and what to change first. */
const LEAD = 2;

/** What the LIVE made and could make in five sentences; where that isn't known, why. */
export function Narrative({ report }: { report: Report }): JSX.Element {
  const { locale } = useI18n();
  const { potential, summary } = report;
  const narrative = report.narrative.map((text) => neverCertain(text, locale));
  const told = potential?.steps.some(({ target }) => target !== undefined) === true;
  if (!told) {
    return (
      <p class="narrative-lead">
        <RichMessage text={summary} />
      </p>
    );
  }
  return (
    <>
      <p class="narrative-lead">
        {narrative.slice(0, LEAD).map((text, place) => (
          <span key={`${place}`}>
            <RichMessage text={text} />{' '}
          </span>
        ))}
      </p>
      <p class="narrative">
        {narrative.slice(LEAD).map((text, place) => (
          <span key={`${place}`}>
            <RichMessage text={text} />{' '}
          </span>
        ))}
      </p>
    </>
  );
}

/** Why nothing comes first, in the one sentence that says it; the others unfold. */
export function NothingFirst({ report }: { report: Report }): JSX.Element {
  const { t, locale } = useI18n();
  const open = useSignal(false);
  const why = report.narrative[LEAD - 1];
  if (why === undefined || report.narrative.length <= LEAD) return <Narrative report={report} />;
  return (
    <>
      <p class="narrative-lead">
        <RichMessage text={neverCertain(why, locale)} />{' '}
        <Button
          look="link"
          aria-expanded={open.value}
          aria-controls={open.value ? 'nothing-first' : undefined}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          {t('verdict_why')}
        </Button>
      </p>
      {open.value && (
        <div id="nothing-first">
          <Narrative report={report} />
        </div>
      )}
    </>
  );
}
