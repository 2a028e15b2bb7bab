import { BasicInformation } from './basic/basic-information.tsx';
import { Benchmarks } from './benchmarks/benchmarks.tsx';
import { BoardSection } from './board/board.tsx';
import { FactorList } from './diagnosis/factor-list.tsx';
import { DropZone } from './import/drop-zone.tsx';
import { keepScreens } from './kept-screen/keep.ts';
import { Performance } from './performance/performance.tsx';
import { TimelineCard } from './performance/timeline.tsx';
import { NextLive } from './plan/next-live.tsx';
import { ReferenceNotes } from './versus/reference-notes.tsx';

/** What lies below the first screen, and what nobody can use before it is there; loaded in one piece after its paint. */
export const below = {
  BasicInformation,
  Benchmarks,
  BoardSection,
  DropZone,
  FactorList,
  keepScreens,
  NextLive,
  Performance,
  ReferenceNotes,
  TimelineCard,
};

export type Below = typeof below;
