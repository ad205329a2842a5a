import { createContext, use } from 'react';
import type { Catalogue, Language } from '#shared/translations/catalogue.ts';

export type Translation = { language: Language; t: Catalogue; choose(language: Language): void };

export const TranslationContext = createContext<Translation | null>(null);

/** The catalogue of the language shown: `t.records.title`. */
export function useT(): Catalogue {
  return useTranslation().t;
}

export function useTranslation(): Translation {
  const translation = use(TranslationContext);
  if (translation === null) throw new Error('useT is called outside of TranslationProvider');
  return translation;
}
