import Hls from 'hls.js';

/**
 * Plays an HLS playlist through hls.js, for browsers that don't play one by themselves. Without its
 * worker: that would be code from a blob, which an extension's policy forbids.
 */
export function attachHls(
  video: HTMLVideoElement,
  url: string,
  fail: (why: unknown) => void,
): () => void {
  if (!Hls.isSupported()) {
    queueMicrotask(() => fail('no media source'));
    return () => undefined;
  }
  const hls = new Hls({ enableWorker: false });
  hls.on(Hls.Events.ERROR, (_event, { fatal, details }) => {
    if (fatal) fail(details);
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return () => hls.destroy();
}
