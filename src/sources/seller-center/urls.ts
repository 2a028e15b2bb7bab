import type { RoomId } from '../../metrics/ids.ts';

/** The LIVE dashboard of a room. */
export function dashboardUrl(host: string, room: RoomId): string {
  return `https://${host}/workbench/live/overview?room_id=${room}`;
}

/** Seller Center's own LIVE analysis, the page nearest to its LIVE Diagnosis. */
export function liveAnalysisUrl(host: string): string {
  return `https://${host}/compass/live-analysis`;
}
