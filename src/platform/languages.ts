import * as v from 'valibot';

/** The languages that the extension can be read in: the folders of public/_locales that hold every sentence. */
export const languages = [
  'en',
  'ar',
  'es',
  'id',
  'ja',
  'ms',
  'pt_BR',
  'th',
  'vi',
  'zh_CN',
] as const;
export const LanguageSchema = v.picklist(languages);
export type Language = v.InferOutput<typeof LanguageSchema>;

/** A language's name as those who speak it write it. */
export function ownNameOf(language: Language): string {
  // Its readers tell it from others by how it is written, not by where.
  const code = language === 'zh_CN' ? 'zh-Hans' : language.replace('_', '-');
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
