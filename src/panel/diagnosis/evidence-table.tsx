import type { JSX } from 'preact';
import type { Finding, Report } from '../../diagnosis/report.ts';
import type { Text } from '../../metrics/text.ts';
import { useI18n } from '../design/i18n.ts';
import { orDash } from '../figures.ts';
import './evidence.css';

/** The longest range of amounts; what is longer is a phrase, such as a violation's consequence, and may wrap. */
const LONGEST_FIGURE = 24;

/**
 * The figures behind a finding: this LIVE's, what is usual, the benchmark's and the target. A benchmark made
 * of the own LIVEs is the middle of what is usual and stands there already.
 */
export function EvidenceTable({
  evidence,
  evidenceOf = 'panel_key_yours',
  basis,
}: Pick<Finding, 'evidence' | 'evidenceOf'> & {
  basis: Report['basis'];
}): JSX.Element {
  const { t, write } = useI18n();
  const has = (column: 'usual' | 'benchmark' | 'target'): boolean =>
    evidence.some((row) => row[column] !== undefined);
  const usual = has('usual');
  const benchmark = has('benchmark') && !(usual && basis === 'own');
  const target = has('target');
  const cell = (text: Text | undefined) => orDash(text, write);
  return (
    <table
      class="evidence"
      style={{ '--figures': [true, usual, benchmark, target].filter(Boolean).length }}
    >
      <thead>
        <tr>
          <th scope="col">{t('panel_evidence_figure')}</th>
          <th scope="col">{t(evidenceOf)}</th>
          {usual && <th scope="col">{t('panel_key_usual')}</th>}
          {benchmark && <th scope="col">{t('panel_key_benchmark')}</th>}
          {target && <th scope="col">{t('panel_evidence_target')}</th>}
        </tr>
      </thead>
      <tbody>
        {evidence.map((row, place) => (
          <tr key={`${place}`}>
            <td>{write(row.label)}</td>
            <Yours text={write(row.yours)} />
            {usual && <td>{cell(row.usual)}</td>}
            {benchmark && <td>{cell(row.benchmark)}</td>}
            {target && <td>{cell(row.target)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Yours({ text }: { text: string }): JSX.Element {
  return <td class={text.length > LONGEST_FIGURE ? 'evidence-words' : undefined}>{text}</td>;
}
