import type { MessageKey } from '../metrics/text.ts';

const names: Readonly<Record<string, MessageKey | undefined>> = {
  'export/creator-live-performance': 'import_layout_creator_live_performance',
  'export/livestream-attributed': 'import_layout_livestream',
  'export/livestream-direct': 'import_layout_direct',
  'export/live-analysis': 'import_layout_live_analysis',
  'export/live-analysis-attributed': 'import_layout_live_analysis',
  'saved-live': 'import_layout_saved_live',
  'open-api': 'import_layout_open_api',
};

/** What a seller calls a kind of export file; one without a name of its own goes by a general one. */
export const layoutName = (layout: string): MessageKey => names[layout] ?? 'import_layout_other';
