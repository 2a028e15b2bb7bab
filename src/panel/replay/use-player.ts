import { effect, type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { ok, type Result } from '../../metrics/fault.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import { useApp } from '../state/app.ts';
import type { Ports } from '../state/ports.ts';
import type { ReplayRequest } from '../state/replay.ts';
import { whyUnreached } from './hosts.ts';
import { deedOf, focusOf, type ReplayDeed } from './keys.ts';
import type { Playback } from './playback.ts';
import { createVideoDeck, type VideoDeck } from './video-deck.ts';

/** A recording for as long as a component asks for it, from `begin` on, at the seller's speed. */
export function useVideoDeck(asked: ReplayRequest, begin: number): VideoDeck {
  const { ports, player } = useApp();
  const first = useRef(begin);
  const deck = useMemo(
    () =>
      createVideoDeck(asked, {
        begin: first.current,
        now: ports.now(),
        ports: { renew: renewal(asked, ports), explain: whyUnreached },
      }),
    [asked, ports],
  );
  // Before anything can be heard of it.
  useLayoutEffect(() => effect(() => deck.setSpeed(player.speed.value)), [deck, player]);
  return deck;
}

/** How to ask for another address of a recording: Seller Center knows those of the seller's own LIVEs. */
export function renewal(
  { room, whose, simulated }: ReplayRequest,
  { ask }: Ports,
): (() => Promise<Result<string | undefined>>) | undefined {
  if (whose.kind !== 'own' || simulated === true || isNameless(room)) return undefined;
  return async () => {
    const reply = await ask('room.replay', { room });
    return reply.ok ? ok(reply.value.url) : reply;
  };
}

/** What the keys of a player act on. */
export interface PlayerKeys {
  /** Put on the element that full screen shows. */
  readonly frame: { current: HTMLElement | null };
  /** Whether the list of keys is shown. */
  readonly help: Signal<boolean>;
  /** Absent where the browser allows no full screen. */
  readonly full: (() => void) | undefined;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The keys of a player, its list of keys, and full screen. */
export function usePlayerKeys(playback: Playback): PlayerKeys {
  const { player } = useApp();
  const frame = useRef<HTMLElement>(null);
  const help = useSignal(false);
  // So that keys are the player's from the start, and Space doesn't press *Close*.
  useLayoutEffect(() => frame.current?.focus(), []);
  const full = (): void => {
    const done =
      document.fullscreenElement === null
        ? frame.current?.requestFullscreen()
        : document.exitFullscreen();
    // A page may forbid it to the panel in it: then nothing happens.
    void done?.catch(() => undefined);
  };
  const flip = (choice: Signal<boolean>) => (): void => {
    choice.value = !choice.value;
  };
  const deeds: Record<Exclude<ReplayDeed['kind'], 'jump'>, () => void> = {
    toggle: playback.toggle,
    'cut-start': playback.toCutStart,
    'cut-end': playback.toCutEnd,
    loop: flip(player.loop),
    mute: flip(player.muted),
    full,
    help: flip(help),
  };
  return {
    frame,
    help,
    full: document.fullscreenEnabled ? full : undefined,
    onKey: (event) => {
      const deed = deedOf(event, focusOf(event.target));
      if (deed === undefined) return;
      event.preventDefault();
      if (deed.kind === 'jump') playback.jump(deed.seconds);
      else deeds[deed.kind]();
    },
  };
}
