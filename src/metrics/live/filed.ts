import type { Session } from '../session.ts';

/** Whether the figures of a LIVE come from an export file of the seller's, as far as their better part goes. */
export const isFiled = (session: Session): boolean => session.origins.figures?.how === 'file';
