import type { SamplingPlan } from '../../metrics/recording/measures.ts';
import { isPlaylist } from '../replay/own-player.ts';
import { openHostedFile } from './filed-recording.ts';
import { hostBytes } from './host-bytes.ts';
import type { OpenedRecording } from './recording-source.ts';
import { openStream } from './streamed-recording.ts';

/** Opens the recording at an address, be it a playlist or a file. */
export const openHosted = (url: string, plan: SamplingPlan): Promise<OpenedRecording> =>
  isPlaylist(url) ? openStream(url, plan, hostBytes()) : openHostedFile(url, plan);
