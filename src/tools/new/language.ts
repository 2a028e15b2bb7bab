import * as v from 'valibot';
import { CannotMake, type Kind } from './kind.ts';
import type { WorkingCopy } from './working-copy.ts';

const FOLDER = 'public/_locales';

/** The folders of languages that Chrome knows; it passes over any other. */
const CODES =
  'am ar bg bn ca cs da de el en en_AU en_GB en_US es es_419 et fa fi fil fr gu he hi hr hu id it ja kn ko lt lv ml mr ms nl no pl pt_BR pt_PT ro ru sk sl sr sv sw ta te th tr uk vi zh_CN zh_TW'.split(
    ' ',
  );

/**
 * A language with its own code and the product's name, which stays as it is: browsers take every sentence that a
 * language lacks from the English ones, so that it grows by the sentence and never shows a copy for a
 * translation.
 */
export const languageKind: Kind = {
  usage: 'language CODE',
  says: 'a folder of translated sentences, such as id or pt_BR; what it lacks is said in English',
  add(code, _, copy) {
    if (!CODES.includes(code)) {
      throw new CannotMake(`Chrome knows no language “${code}”. It knows: ${CODES.join(', ')}.`);
    }
    const path = `${FOLDER}/${code}/messages.json`;
    if (copy.has(path)) throw new CannotMake(`There is a language ${code} already: ${path}.`);
    const sentences = {
      app_name: { message: nameOfProduct(copy) },
      language_code: { message: code.replace('_', '-') },
    };
    return {
      files: { [path]: `${JSON.stringify(sentences, null, 2)}\n` },
      byHand: [
        `the sentences (${path}), each under its English key without a description, in the order of their keys; what translators are told stands in ${FOLDER}/en`,
        'npx vitest run src/languages.test.ts says how many it has, and what is wrong with one',
      ],
    };
  },
};

function nameOfProduct(copy: WorkingCopy): string {
  const english: unknown = JSON.parse(copy.read(`${FOLDER}/en/messages.json`));
  const { message } = v.parse(
    v.object({ app_name: v.object({ message: v.string() }) }),
    english,
  ).app_name;
  return message;
}
