import type { JSX } from 'preact';
import type { Report } from '../../diagnosis/report.ts';
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
