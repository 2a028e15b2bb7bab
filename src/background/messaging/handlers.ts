import { answersHandlers } from '../verbs/answers.ts';
import { archiveHandlers } from '../verbs/archive.ts';
import { feedHandlers } from '../verbs/feed.ts';
import { historyHandlers } from '../verbs/history.ts';
import { importHandlers } from '../verbs/import.ts';
import { noteHandlers } from '../verbs/note.ts';
import { pageHandlers } from '../verbs/page.ts';
import { panelHandlers } from '../verbs/panel.ts';
import { pinnedHandlers } from '../verbs/pinned.ts';
import { planHandlers } from '../verbs/plan.ts';
import { recordingHandlers } from '../verbs/recording.ts';
import { roomHandlers } from '../verbs/room.ts';
import { settingsHandlers } from '../verbs/settings.ts';
import { snapshotHandlers } from '../verbs/snapshot.ts';
import { tabHandlers } from '../verbs/tab.ts';
import type { Handlers } from './router.ts';

/** Who answers which verb. */
export const handlers: Handlers = {
  ...answersHandlers,
  ...archiveHandlers,
  ...feedHandlers,
  ...historyHandlers,
  ...importHandlers,
  ...noteHandlers,
  ...pageHandlers,
  ...panelHandlers,
  ...pinnedHandlers,
  ...planHandlers,
  ...recordingHandlers,
  ...roomHandlers,
  ...settingsHandlers,
  ...snapshotHandlers,
  ...tabHandlers,
};
