import type { ReactNode } from 'react';
import { AppearanceMenu } from '../../shell/AppearanceMenu.tsx';
import { LanguageMenu } from '../../shell/LanguageMenu.tsx';
import { Seal } from '../../shell/Seal.tsx';
import classes from './FrontFrame.module.css';

/** The pages before a vault is open: the program's name, and one thing to do. */
export function FrontFrame({
  children,
  width = 'narrow',
}: {
  children: ReactNode;
  width?: 'narrow' | 'wide';
}) {
  return (
    <div className={classes.page}>
      <header className={classes.head} data-screen-only>
        <div className={classes.brand}>
          <Seal size={28} />
          <span className={classes.name}>盟簿</span>
          <span className={classes.latin}>Mengbu</span>
        </div>
        <div className={classes.tools}>
          <LanguageMenu />
          <AppearanceMenu />
        </div>
      </header>
      <main className={classes.main} data-width={width}>
        {children}
      </main>
    </div>
  );
}
