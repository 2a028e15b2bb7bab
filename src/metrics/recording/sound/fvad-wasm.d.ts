declare module '@echogarden/fvad-wasm' {
  /** The WebRTC voice detector (libfvad) and its memory; numbers are addresses in it, or codes. */
  interface Fvad {
    readonly HEAP16: Int16Array;
    readonly _malloc: (bytes: number) => number;
    /** Answers 0 where there is no memory. */
    readonly _fvad_new: () => number;
    readonly _fvad_reset: (detector: number) => void;
    /** 0 to 3: from letting much pass as a voice to letting little pass. Answers -1 of another mode. */
    readonly _fvad_set_mode: (detector: number, mode: number) => number;
    /** Answers -1 of a rate that it doesn't know. */
    readonly _fvad_set_sample_rate: (detector: number, rate: number) => number;
    /** 1 for voice, 0 for none, -1 for a frame of another length than 10, 20 or 30 ms. */
    readonly _fvad_process: (detector: number, frame: number, samples: number) => number;
  }
  export default function fvad(options: {
    readonly wasmBinary: ArrayBuffer | Uint8Array;
  }): Promise<Fvad>;
}
