import type { Layout } from './layout.ts';
import { creatorLivePerformance } from './layouts/creator-live-performance.ts';
import { liveAnalysis } from './layouts/live-analysis.ts';
import { liveAnalysisAttributed } from './layouts/live-analysis-attributed.ts';
import { livestreamAttributed } from './layouts/livestream-attributed.ts';
import { livestreamDirect } from './layouts/livestream-direct.ts';

/** Every layout that is read. One line each. */
export const layouts: readonly Layout[] = [
  creatorLivePerformance,
  livestreamAttributed,
  livestreamDirect,
  liveAnalysisAttributed,
  liveAnalysis,
];
