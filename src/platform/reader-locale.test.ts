import { describe, expect, it } from 'vitest';
import { localeOf } from './reader-locale.ts';

describe('the language of dates and figures', () => {
  it('is the browser’s own with its region, where the sentences are in it', () => {
    expect(localeOf('en-GB', 'en')).toBe('en-GB');
    expect(localeOf('es-419', 'es')).toBe('es-419');
    expect(localeOf('pt-BR', 'pt-BR')).toBe('pt-BR');
  });

  it('is that of the sentences, where the browser’s own is another one', () => {
    expect(localeOf('de', 'en')).toBe('en');
    expect(localeOf('en-US', 'ar')).toBe('ar');
  });

  it('is that of the sentences, where the browser’s own is written in another way', () => {
    expect(localeOf('zh-TW', 'zh-CN')).toBe('zh-CN');
    expect(localeOf('zh-SG', 'zh-CN')).toBe('zh-SG');
  });

  it('is the browser’s own, where the sentences don’t say theirs', () => {
    expect(localeOf('vi', undefined)).toBe('vi');
  });
});
