import type { RoomId } from '../../metrics/ids.ts';

/** Shows a LIVE in the panel, and closes the window. */
export type OpenLive = (room: RoomId) => void;
