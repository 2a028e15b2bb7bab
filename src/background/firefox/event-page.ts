import '../worker.ts';
import { answerFrames, tellFrames } from './frames.ts';

// All of it stands before the first await, as the worker's own listeners do.
answerFrames();
tellFrames();
