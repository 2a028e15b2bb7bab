import type { Text } from '../../metrics/text.ts';

/** What a file is, by its first bytes and never by its name: names are changed, and end in nothing. */
export type FileKind =
  | { readonly is: 'xlsx' | 'text' }
  | { readonly is: 'other'; readonly problem: Text };

const other = (key: Text['key']): FileKind => ({ is: 'other', problem: { key } });

const SCANNED = 64 * 1024;

/** Tells what a file is; of those that can't be read, what to do instead. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return other('export_empty');
  const start = latin(bytes.subarray(0, SCANNED));
  const end = latin(bytes.subarray(Math.max(0, bytes.length - SCANNED)));
  if (start.startsWith('PK')) return zipKind(`${start}${end}`);
  // Older workbooks and protected new ones are kept in the same container, whose names are UTF-16.
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    const names = latin(bytes).replaceAll('\0', '');
    return other(names.includes('EncryptedPackage') ? 'export_protected' : 'export_old_workbook');
  }
  if (start.startsWith('\u001f\u008b')) return other('export_backup');
  if (start.startsWith('%PDF')) return other('export_pdf');
  const words = start
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
    .slice(0, 200)
    .toLowerCase();
  if (/^<(?:!doctype|html|table|meta|head|\?xml)/.test(words)) return other('export_web_page');
  if (/^[[{]/.test(words)) return other('export_json');
  const isUtf16 = /^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(start);
  return !isUtf16 && start.includes('\0') ? other('export_no_table') : { is: 'text' };
}

function zipKind(names: string): FileKind {
  if (names.includes('xl/workbook.bin')) return other('export_binary_workbook');
  if (names.includes('application/vnd.oasis.opendocument')) return other('export_open_document');
  if (/word\/document\.xml|ppt\/presentation\.xml/.test(names)) return other('export_no_table');
  // A broken one among them is told by reading it.
  return { is: 'xlsx' };
}

/** Bytes as letters of one byte each, for names and marks alone. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
