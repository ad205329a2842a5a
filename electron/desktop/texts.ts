import type { DesktopLanguage } from '#shared/desktopBridge.ts';
import { desktop as english } from '#shared/translations/en/desktop.ts';
import { desktop as chinese } from '#shared/translations/zh-CN/desktop.ts';

export type DesktopTexts = typeof chinese;

export function textsIn(language: DesktopLanguage): DesktopTexts {
  return language === 'en' ? english : chinese;
}

/** The language of a system whose locale or LANG begins so. Chinese where it says nothing. */
export function languageOf(locale: string): DesktopLanguage {
  return /^en\b|^en_/i.test(locale) ? 'en' : 'zh-CN';
}
