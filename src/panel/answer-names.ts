import type { MessageKey } from '../metrics/text.ts';

const names: Readonly<Record<string, MessageKey | undefined>> = {
  'core/stats': 'panel_answer_key_figures',
  'trend/chart': 'panel_answer_course',
  'product/list': 'panel_answer_products',
  'source/new': 'panel_answer_sources',
  'event/timeline': 'panel_answer_pins',
  'room/status': 'panel_answer_status',
  'room/info': 'panel_answer_info',
  'user/portrait': 'panel_answer_audience',
  'diagnosis/violation/list': 'panel_answer_violations',
  'live/list': 'panel_answer_list',
  'creator/live/list': 'panel_answer_list',
  'performance/creator/list': 'panel_answer_list',
  'today/live/list': 'panel_answer_list',
  'live_session/list': 'panel_answer_shows',
};

/** What a seller calls one of Seller Center's answers; an unknown one goes by a general name. */
export const answerName = (endpoint: string): MessageKey => names[endpoint] ?? 'panel_answer_other';
