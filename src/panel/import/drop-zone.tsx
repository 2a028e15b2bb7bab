import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../design/i18n.ts';
import { useApp } from '../state/app.ts';
import { measuredPart, type ReplayRequest } from '../state/replay.ts';
import './drop-zone.css';
import { dragsFiles, droppedIn, filmIn } from './dropped.ts';

/** Over a replay a recording is dropped to be measured, but not over another LIVE's clip: a file is all of a LIVE. */
const takesFilm = (asked: ReplayRequest | undefined): boolean =>
  asked !== undefined && measuredPart(asked) === undefined;

/**
 * Takes files that are dropped anywhere on the panel, and shows so while they are dragged over it; what
 * else is dragged is left alone. It lies over whatever window is open.
 */
export function DropZone(): JSX.Element {
  const { t } = useI18n();
  const { importing, replay, droppedFilm } = useApp();
  const zone = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (on: boolean): void => {
      const element = zone.current;
      if (element !== null && element.matches(':popover-open') !== on) element.togglePopover(on);
    };
    const over = (event: DragEvent): void => {
      if (!dragsFiles(event)) return;
      // Without this the browser opens the file in the panel's place.
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      show(true);
    };
    const leave = (event: DragEvent): void => {
      // Only what leaves the panel itself comes from no element of it.
      if (event.relatedTarget === null) show(false);
    };
    const drop = (event: DragEvent): void => {
      show(false);
      if (!dragsFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      const files = droppedIn(event.dataTransfer);
      const film = takesFilm(replay.value) ? filmIn(files) : undefined;
      if (film !== undefined) droppedFilm.value = film;
      else if (files.length > 0) importing.value = files;
    };
    addEventListener('dragenter', over);
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragenter', over);
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [importing, replay, droppedFilm]);
  return (
    <div ref={zone} class="drop-zone" popover="manual" aria-hidden="true">
      <b>{t(takesFilm(replay.value) ? 'import_drop_film' : 'import_drop')}</b>
      <span>{t('import_drop_what')}</span>
    </div>
  );
}
