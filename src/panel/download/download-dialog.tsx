import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Dialog } from '../design/dialog.tsx';
import { useI18n } from '../design/i18n.ts';
import type { MenuItem } from '../design/menu.tsx';
import { useRoving } from '../design/use-roving.ts';
import './download.css';
import { fileWays, type WayGroup } from './file-ways.ts';

/** One thing that a LIVE can leave the panel as. */
export interface FileItem extends MenuItem {
  readonly group: WayGroup;
  /** Whether it needs the panel itself in sight. */
  readonly closes: boolean;
}

const groups = Object.keys(fileWays).filter((key): key is WayGroup => key in fileWays);

/** Everything that the LIVE in view can be downloaded, copied and sent as, by what it is for. */
export function DownloadDialog({
  items,
  said,
  onClose,
}: {
  items: readonly FileItem[];
  /** What became of the last press. */
  said: string | undefined;
  onClose: () => void;
}): JSX.Element {
  const { t } = useI18n();
  const id = useId();
  const list = useRoving<HTMLDivElement>('.download-way');
  const press = ({ closes, run }: FileItem): void => {
    if (closes) {
      onClose();
      // Once the window is gone from the page.
      requestAnimationFrame(run);
    } else run();
  };
  return (
    <Dialog title={t('download_title')} onClose={onClose}>
      <div ref={list} class="download">
        {groups.map((group) => {
          const members = items.filter((item) => item.group === group);
          return (
            members.length > 0 && (
              <section key={group} aria-labelledby={`${id}-${group}`}>
                <h3 id={`${id}-${group}`}>{t(`download_group_${group}`)}</h3>
                <ul>
                  {members.map((item) => (
                    <li key={item.name}>
                      <button type="button" class="download-way" onClick={() => press(item)}>
                        {item.name}
                        <small>{item.note}</small>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
      <p class="download-said" role="status">
        {said}
      </p>
    </Dialog>
  );
}
