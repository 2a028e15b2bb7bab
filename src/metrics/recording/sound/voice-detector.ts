import { FRAME, SPEECH_RATE, type VoiceDetector } from './speech.ts';

/** Of 0 to 3, how little passes for a voice. Chosen by us on made recordings. */
const MODE = 2;

/**
 * Opens the WebRTC voice detector. Rejects where the bytes are no such program.
 *
 * @param program the bytes of `@echogarden/fvad-wasm/fvad.wasm`: who asks knows where they are kept
 */
export async function openVoiceDetector(program: Uint8Array | ArrayBuffer): Promise<VoiceDetector> {
  // Loaded with the first recording that is measured.
  const { default: load } = await import('@echogarden/fvad-wasm');
  const fvad = await load({ wasmBinary: program });
  const detector = fvad._fvad_new();
  const frameAt = fvad._malloc(FRAME * Int16Array.BYTES_PER_ELEMENT);
  if (detector === 0 || frameAt === 0) throw new Error('no memory for the voice detector');
  const reset = (): void => {
    // Forgets mode and rate as well.
    fvad._fvad_reset(detector);
    fvad._fvad_set_mode(detector, MODE);
    fvad._fvad_set_sample_rate(detector, SPEECH_RATE);
  };
  return {
    reset,
    isVoiced: (frame) => {
      fvad.HEAP16.set(frame, frameAt / Int16Array.BYTES_PER_ELEMENT);
      return fvad._fvad_process(detector, frameAt, FRAME) === 1;
    },
  };
}
