import { withoutMarks } from '../../metrics/direction-marks.ts';

/**
 * Copies text, without marks that nobody sees; false when it could not. A frame in another site's page has no leave to use the
 * clipboard API, so there the selection is copied as a person would do it.
 */
export async function copyText(marked: string): Promise<boolean> {
  const text = withoutMarks(marked);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
