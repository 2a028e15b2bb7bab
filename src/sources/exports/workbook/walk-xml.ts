import { Parser } from 'saxen';

/** What a walk through a document tells; names come without the prefixes of their namespaces. */
interface Heard {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Walks through a part of a workbook from its first tag to its last. Writers differ in the prefixes
 * they give to namespaces, so names are told without them. Throws where the part is no XML.
 */
export function walkXml(xml: string, heard: Heard): void {
  const { open, text, close } = heard;
  const parser = new Parser();
  if (open !== undefined) {
    parser.on('openTag', (name, attributes, decode) => {
      let known: Record<string, string> | false | undefined;
      open(localName(name), (wanted) => {
        known ??= attributes();
        const value = known === false ? undefined : attributeNamed(known, wanted);
        return value === undefined ? undefined : decode(value);
      });
    });
  }
  if (text !== undefined) {
    parser.on('text', (raw, decode) => text(decode(raw)));
    parser.on('cdata', text);
  }
  if (close !== undefined) parser.on('closeTag', (name) => close(localName(name)));
  parser.on('error', (error) => {
    throw error;
  });
  // An attribute that is written twice or without a blank before it is no reason to read nothing.
  parser.on('warn', () => undefined);
  parser.parse(xml);
}

function attributeNamed(attributes: Record<string, string>, wanted: string): string | undefined {
  const plain = attributes[wanted];
  if (plain !== undefined) return plain;
  const prefixed = Object.keys(attributes).find((name) => name.endsWith(`:${wanted}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
