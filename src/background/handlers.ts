import type { Handlers } from './router.ts';
import { answersSample } from './verbs/answers.ts';
import {
  archiveForget,
  archiveLedger,
  archiveRoom,
  archiveRooms,
  archiveSession,
  archiveSettings,
  archiveUpgrade,
  archiveUpgradeRead,
} from './verbs/archive.ts';
import {
  feedAdd,
  feedCategory,
  feedDrop,
  feedList,
  feedRefresh,
  feedRestore,
} from './verbs/feed.ts';
import { historyOrder, historyProgress, historyStart } from './verbs/history.ts';
import { pageAt, pageObserved, pagePanel } from './verbs/page.ts';
import { panelPlace, panelSet } from './verbs/panel.ts';
import { pinnedAdd, pinnedChange, pinnedDrop, pinnedList, pinnedPictures } from './verbs/pinned.ts';
import { planAdd, planChange, planDrop, planList } from './verbs/plan.ts';
import { roomFetch, roomLatest, roomsFetch } from './verbs/room.ts';
import { settingsSet } from './verbs/settings.ts';
import { snapshotDrop, snapshotList, snapshotRestore } from './verbs/snapshot.ts';
import { tabOpen } from './verbs/tab.ts';

/** Who answers which verb. */
export const handlers: Handlers = {
  'page.at': pageAt,
  'page.observed': pageObserved,
  'page.panel': pagePanel,
  'panel.place': panelPlace,
  'panel.set': panelSet,
  'room.fetch': roomFetch,
  'rooms.fetch': roomsFetch,
  'room.latest': roomLatest,
  'history.progress': historyProgress,
  'history.start': historyStart,
  'history.order': historyOrder,
  'answers.sample': answersSample,
  'tab.open': tabOpen,
  'settings.set': settingsSet,
  'archive.session': archiveSession,
  'archive.room': archiveRoom,
  'archive.rooms': archiveRooms,
  'archive.settings': archiveSettings,
  'archive.ledger': archiveLedger,
  'archive.upgrade': archiveUpgrade,
  'archive.upgrade-read': archiveUpgradeRead,
  'archive.forget': archiveForget,
  'snapshot.list': snapshotList,
  'snapshot.restore': snapshotRestore,
  'snapshot.drop': snapshotDrop,
  'pinned.list': pinnedList,
  'pinned.add': pinnedAdd,
  'pinned.change': pinnedChange,
  'pinned.drop': pinnedDrop,
  'pinned.pictures': pinnedPictures,
  'plan.list': planList,
  'plan.add': planAdd,
  'plan.change': planChange,
  'plan.drop': planDrop,
  'feed.list': feedList,
  'feed.add': feedAdd,
  'feed.drop': feedDrop,
  'feed.restore': feedRestore,
  'feed.refresh': feedRefresh,
  'feed.category': feedCategory,
};
