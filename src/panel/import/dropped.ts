/** What the seller chose or dropped: a file, or a folder, whose files the browser hands out only one by one. */
export type ChosenFile =
  | { readonly name: string; readonly file: File }
  | { readonly name: string; readonly folder: true };

export const chosenOf = (files: Iterable<File>): readonly ChosenFile[] =>
  [...files].map((file) => ({ name: file.name, file }));

/** Whether files are dragged, and not a text or a thing of the page. */
export const dragsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** The first of these files that is a recording; undefined where none is. */
export const filmIn = (files: readonly ChosenFile[]): File | undefined =>
  files.flatMap((one) =>
    'file' in one && (one.file.type.startsWith('video/') || FILM.test(one.name)) ? [one.file] : [],
  )[0];

/** Endings of recordings of which browsers know no kind. */
const FILM = /\.(?:mp4|mov|mkv|webm|ts)$/i;

/** As much of a `DataTransfer` as tells what was dropped. */
interface Dropped {
  readonly items: Iterable<{
    readonly kind: string;
    readonly getAsFile: () => File | null;
    readonly webkitGetAsEntry: () => {
      readonly isDirectory: boolean;
      readonly name: string;
    } | null;
  }>;
  readonly files: Iterable<File>;
}

/** The files and folders of a drop; only while the browser tells of it. */
export function droppedIn({ items, files }: Dropped): readonly ChosenFile[] {
  const found = [...items].flatMap((item): readonly ChosenFile[] => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    if (entry?.isDirectory === true) return [{ name: entry.name, folder: true }];
    return file === null ? [] : [{ name: file.name, file }];
  });
  return found.length > 0 ? found : chosenOf(files);
}
