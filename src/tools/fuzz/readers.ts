import './extension-stand-in.ts';
import type { FuzzedReader } from './fuzzed.ts';
import { addressReaders } from './readers/addresses.ts';
import { answerReaders } from './readers/answers.ts';
import { archiveReaders } from './readers/archives.ts';
import { collectedReaders } from './readers/collected.ts';
import { dockedFrameReaders } from './readers/docked-frames.ts';
import { feedReaders } from './readers/feeds.ts';
import { fileReaders } from './readers/files.ts';
import { messageReaders } from './readers/messages.ts';
import { openApiReaders } from './readers/open-api.ts';
import { recordingReaders } from './readers/recordings.ts';
import { recordReaders } from './readers/records.ts';

/** Every reader and parser of what comes from outside, or was stored. */
export const fuzzedReaders: readonly FuzzedReader[] = [
  ...answerReaders,
  ...addressReaders,
  ...fileReaders,
  ...feedReaders,
  ...openApiReaders,
  ...collectedReaders,
  ...recordingReaders,
  ...messageReaders,
  ...dockedFrameReaders,
  ...recordReaders,
  ...archiveReaders,
];
