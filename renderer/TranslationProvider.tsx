import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type Catalogue, LANGUAGES, type Language, loadCatalogue } from '#shared/translations/catalogue.ts';
import { host } from './host/host.ts';
import { TranslationContext } from './translations.ts';

const STORED = 'mengbu.language';

/** The language this person chose in this browser; Chinese where nothing was chosen. */
export function chosenLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  return LANGUAGES.find((language) => language === stored) ?? 'zh-CN';
}

/** Shows one language; another is fetched when it is chosen, and shown when it is there. */
export function TranslationProvider({
  first,
  children,
}: {
  first: { language: Language; t: Catalogue };
  children: ReactNode;
}) {
  const [shown, setShown] = useState(first);

  useEffect(() => {
    document.documentElement.lang = shown.language;
    host.showLanguage(shown.language);
  }, [shown.language]);

  const translation = useMemo(
    () => ({
      ...shown,
      choose: (language: Language) => {
        localStorage.setItem(STORED, language);
        void loadCatalogue(language).then((t) => setShown({ language, t }));
      },
    }),
    [shown],
  );
  return <TranslationContext value={translation}>{children}</TranslationContext>;
}
