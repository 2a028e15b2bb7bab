import type { JSX } from 'preact';
import { versusName } from '../../diagnosis/text/versus-name.ts';
import { useI18n } from '../design/i18n.ts';
import { HistoryNote } from '../history/history-note.tsx';
import { OwnLivesNote } from '../own-lives/own-lives-note.tsx';
import { useApp } from '../state/app.ts';
import { FeedNote } from './feed-note.tsx';

/** What the comparison rests on, and what it would rest on better. */
export function ReferenceNotes(): JSX.Element {
  return (
    <div class="reference-notes">
      <StandsIn />
      <FeedNote />
      <OwnLivesNote />
      <HistoryNote />
    </div>
  );
}

/** Says that something else is compared with than the seller chose, where that has no figures; a feed says it itself. */
function StandsIn(): JSX.Element | null {
  const { t } = useI18n();
  const { settings, report } = useApp();
  const asked = settings.settings.value.versus;
  const used = report.report.value?.verdict.versus;
  if (used === undefined || used === asked || asked === 'feed') return null;
  return (
    <p class="small quiet" role="status">
      {t('versus_stands_in', { asked: versusName(asked), used: versusName(used) })}
    </p>
  );
}
