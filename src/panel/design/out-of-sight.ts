import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * Whether it is the turn of what a screen holds out of sight: folded lists and the text of closed tips. A screen that
 * puts it off until what can be seen of a LIVE is painted provides false, then true, so that finding in the page,
 * printing and screen readers come upon all of it.
 */
export const OutOfSightDue = createContext(true);

/** Whether what this place holds out of sight is to be drawn yet; what the seller unfolds is drawn at once all the same. */
export const useOutOfSightDue = (): boolean => useContext(OutOfSightDue);
