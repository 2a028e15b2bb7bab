import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import type { Session } from '../../metrics/session.ts';
import { useI18n } from '../design/i18n.ts';
import { ownReplay } from '../replay/request.ts';
import type { PlayTrouble } from '../replay/trouble.ts';
import { renewal } from '../replay/use-player.ts';
import { useApp } from '../state/app.ts';

/** Pictures of a recording, by the second of it that was asked for, as far as they have come. */
export interface PicturesView {
  readonly pictures: ReadonlyMap<number, ImageBitmap>;
  readonly isDone: boolean;
  readonly trouble?: PlayTrouble;
}

const none: PicturesView = { pictures: new Map(), isDone: false };

/**
 * Pictures of the LIVE's own recording at some seconds, drawn while a component shows them. None are read while none
 * are asked for.
 */
export function usePictures(
  session: Session,
  { plan }: Pick<RecordingMeasures, 'plan'>,
  at: readonly number[],
): Signal<PicturesView> {
  const { t } = useI18n();
  const { ports } = useApp();
  const view = useSignal(none);
  const asked = ownReplay(session, t('panel_untitled'));
  const { url } = asked;
  const wanted = at.join(' ');
  // By address and seconds: what is asked for is made anew at every drawing.
  useEffect(() => {
    view.value = none;
    if (url === undefined || at.length === 0) return;
    const ending = new AbortController();
    const { signal } = ending;
    const renew = renewal(asked, ports);
    void import('./recording-pictures.ts')
      .then(({ recordingPictures }) =>
        recordingPictures({
          url,
          at,
          every: plan.pictureEvery,
          signal,
          where: async () => {
            const reply = await renew?.();
            return reply?.ok === true ? reply.value : undefined;
          },
          show: (second, picture) => {
            if (signal.aborted) return picture.close();
            view.value = {
              ...view.value,
              pictures: new Map([...view.value.pictures, [second, picture]]),
            };
          },
        }),
      )
      .catch((): PlayTrouble => ({ kind: 'unplayable' }))
      .then((trouble) => {
        if (signal.aborted) return;
        view.value = { ...view.value, isDone: true, ...(trouble === undefined ? {} : { trouble }) };
      });
    return () => {
      ending.abort();
      for (const picture of view.peek().pictures.values()) picture.close();
    };
  }, [url, wanted, ports]);
  return view;
}
