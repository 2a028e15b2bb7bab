import { useEffect, useState } from 'preact/hooks';
import type { Fault } from '../../metrics/fault.ts';
import type { FoundLives } from '../../metrics/live/find-lives.ts';
import { useApp } from '../state/app.ts';

/** What words found, and which; what the last ones found stays until the next are answered. */
interface Found extends FoundLives {
  readonly typed: string;
  /** Why nothing could be looked for. */
  readonly fault?: Fault;
}

/** Characters that are looked for. */
const MOST_TYPED = 1_000;

/** The LIVEs that words find in the whole archive in view; undefined before the first answer, and for no words. */
export function useFound(typed: string): Found | undefined {
  const { ports, which: whose, list } = useApp();
  const [found, setFound] = useState<Found | undefined>(undefined);
  const which = whose();
  const { rooms } = list.view.value;
  useEffect(() => {
    if (typed.trim() === '') {
      setFound(undefined);
      return undefined;
    }
    let gone = false;
    void ports.ask('room.find', { which, typed: typed.slice(0, MOST_TYPED) }).then((reply) => {
      if (gone) return;
      setFound(
        reply.ok ? { typed, ...reply.value } : { typed, lives: [], more: 0, fault: reply.fault },
      );
    });
    return () => {
      gone = true;
    };
  }, [typed, which, rooms, ports]);
  return found;
}
