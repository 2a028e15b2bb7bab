import type * as v from 'valibot';
import type { LauncherWords } from './launcher-words.ts';
import type { PanelState } from './panel-choices.ts';
import type { PillSays } from './pill.ts';
import { answersVerbs } from './verbs/answers.ts';
import { archiveVerbs } from './verbs/archive.ts';
import type { RepliesOf } from './verbs/define-verb.ts';
import { feedVerbs } from './verbs/feed.ts';
import { historyVerbs } from './verbs/history.ts';
import { importVerbs } from './verbs/import.ts';
import { noteVerbs } from './verbs/note.ts';
import { pageVerbs } from './verbs/page.ts';
import { panelVerbs } from './verbs/panel.ts';
import { pinnedVerbs } from './verbs/pinned.ts';
import { planVerbs } from './verbs/plan.ts';
import { recordingVerbs } from './verbs/recording.ts';
import { roomVerbs } from './verbs/room.ts';
import { settingsVerbs } from './verbs/settings.ts';
import { snapshotVerbs } from './verbs/snapshot.ts';
import { tabVerbs } from './verbs/tab.ts';

/** Every message to the worker, by the file it is defined in. */
export const verbs = {
  ...answersVerbs,
  ...archiveVerbs,
  ...feedVerbs,
  ...historyVerbs,
  ...importVerbs,
  ...noteVerbs,
  ...pageVerbs,
  ...panelVerbs,
  ...pinnedVerbs,
  ...planVerbs,
  ...recordingVerbs,
  ...roomVerbs,
  ...settingsVerbs,
  ...snapshotVerbs,
  ...tabVerbs,
};

type Verbs = typeof verbs;
export type Verb = keyof Verbs;
export type Request<V extends Verb> = v.InferInput<Verbs[V]['request']>;
export type ParsedRequest<V extends Verb> = v.InferOutput<Verbs[V]['request']>;

/** What each verb is answered with. */
export type Replies = RepliesOf<Verbs>;

/** The verbs that must not be sent twice. */
export type OnceVerb = {
  [V in Verb]: Verbs[V]['idempotent'] extends true ? never : V;
}[Verb];

export interface Envelope {
  readonly app: 'live-diagnosis';
  readonly verb: string;
  readonly request: unknown;
}

/** What the worker says to a launcher, by tabs.sendMessage; the launcher checks it by hand, without valibot. */
export type LauncherCommand =
  /** How the panel is to stand; without `open` it stays open or closed as it is in the tab. */
  | {
      readonly app: 'live-diagnosis';
      readonly order: 'panel';
      readonly panel: PanelState;
    }
  /** Opens or closes the panel, on a page of no known kind too, whose launcher knows no words yet. */
  | {
      readonly app: 'live-diagnosis';
      readonly order: 'toggle';
      readonly words: LauncherWords;
    }
  /** What the closed tab says of a LIVE; absent where nothing is known of it. */
  | {
      readonly app: 'live-diagnosis';
      readonly order: 'pill';
      readonly room: string;
      readonly says?: PillSays;
    }
  /** A same-origin request to an analytics path (`analytics-path.ts`), with its query. */
  | {
      readonly app: 'live-diagnosis';
      readonly order: 'fetch';
      readonly path: string;
      readonly body: string;
    };

/** A launcher's answer to a `fetch` order. */
export type LauncherFetched =
  | {
      readonly ok: true;
      /** HTTP status; 302 for any redirect, which isn't followed. */
      readonly status: number;
      readonly url: string;
      /** The content type, empty where there is none. */
      readonly type: string;
      readonly body: string;
    }
  | { readonly ok: false; readonly reason: 'offline' | 'timeout' | 'aborted' };
