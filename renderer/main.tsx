import '@mantine/core/styles.layer.css';
import './theme/tokens.css';
import './theme/global.css';
import './theme/mantine.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '#shared/translations/catalogue.ts';
import { App } from './App.tsx';
import { queryClient } from './queryClient.ts';
import { chosenLanguage, TranslationProvider } from './TranslationProvider.tsx';
import { appearanceManager, styleNonce } from './theme/appearance.ts';
import { cssVariables, theme } from './theme/theme.ts';

await start();

async function start(): Promise<void> {
  // Read by the library that holds the page still below a dialog: its style element needs the nonce too.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
  const language = chosenLanguage();
  const first = { language, t: await loadCatalogue(language) };
  const place = document.getElementById('root');
  if (place === null) throw new Error('index.html has no #root');
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={appearanceManager}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={queryClient}>
          <TranslationProvider first={first}>
            <App />
          </TranslationProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
  void import('./theme/fonts.ts');
}
