import { strFromU8, unzipSync } from 'fflate';
import type { Text } from '../../../metrics/text.ts';
import type { Sheet } from '../sheet.ts';
import { numberKinds } from './number-formats.ts';
import { sharedStrings } from './shared-strings.ts';
import { walkXml } from './walk-xml.ts';
import { worksheetRows } from './worksheet.ts';

/** Unpacked, half a year of LIVEs is far below; more is a mistake or a trap. */
const MOST_UNPACKED = 200 * 1024 * 1024;

type ReadWorkbook =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly problem: Text };

/** Reads every sheet of an .xlsx file, the hidden ones too. Never throws. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name) || /\/(?:theme|drawings|charts|media)\//i.test(name))
          return false;
        unpacked += originalSize;
        return unpacked <= MOST_UNPACKED;
      },
    });
    if (unpacked > MOST_UNPACKED) return { ok: false, problem: { key: 'export_too_large' } };
    return { ok: true, sheets: sheetsOf(parts) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problem: { key: 'export_broken_workbook', values: { problem: { kind: 'text', text } } },
    };
  }
}

function sheetsOf(parts: Readonly<Record<string, Uint8Array>>): readonly Sheet[] {
  const paths = new Map(Object.keys(parts).map((path) => [path.toLowerCase(), path]));
  const part = (path: string): string | undefined => {
    const bytes = parts[paths.get(path.toLowerCase()) ?? ''];
    return bytes === undefined ? undefined : strFromU8(bytes);
  };
  const root = targetsOf(part('_rels/.rels'), '');
  const book = ofKind(root, 'officeDocument') ?? 'xl/workbook.xml';
  const [folder, file] = [book.slice(0, book.lastIndexOf('/') + 1), book.split('/').at(-1) ?? ''];
  const targets = targetsOf(part(`${folder}_rels/${file}.rels`), folder);
  const stringsXml = part(ofKind(targets, 'sharedStrings') ?? `${folder}sharedStrings.xml`);
  const stylesXml = part(ofKind(targets, 'styles') ?? `${folder}styles.xml`);
  const { listed, from1904 } = workbookOf(part(book) ?? '');
  const context = {
    strings: stringsXml === undefined ? [] : sharedStrings(stringsXml),
    kinds: stylesXml === undefined ? [] : numberKinds(stylesXml),
    from1904,
  };
  return listed.flatMap(({ name, hidden, relation }): Sheet[] => {
    const xml = part(targets.get(relation)?.path ?? '');
    return xml === undefined ? [] : [{ name, hidden, rows: worksheetRows(xml, context) }];
  });
}

interface Target {
  readonly type: string;
  readonly path: string;
}

type Targets = ReadonlyMap<string, Target>;

/** The last part of a relation's type tells its kind, in the strict form of the format as in the other. */
const ofKind = (targets: Targets, kind: string): string | undefined =>
  [...targets.values()].find(({ type }) => type.endsWith(`/${kind}`))?.path;

function targetsOf(xml: string | undefined, folder: string): Targets {
  const targets = new Map<string, Target>();
  walkXml(xml ?? '<none/>', {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const path = target.startsWith('/')
        ? target.slice(1)
        : `${folder}${target.replace(/^\.\//, '')}`;
      targets.set(attribute('Id') ?? '', { type: attribute('Type') ?? '', path });
    },
  });
  return targets;
}

/** The sheets that a workbook lists, and from when it counts days. */
function workbookOf(xml: string) {
  const listed: { name: string; hidden: boolean; relation: string }[] = [];
  let from1904 = false;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/i.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      listed.push({
        name: attribute('name') ?? '',
        hidden: /hidden/i.test(attribute('state') ?? ''),
        relation: attribute('id') ?? '',
      });
    },
  });
  return { listed, from1904 };
}
