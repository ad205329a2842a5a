import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OpenedBundleView } from '#shared/bundles/receivedContract.ts';
import { ProblemList } from '../../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../../components/protectScreen.ts';
import { instantText } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import { Contents } from './Contents.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import classes from './OpenedBundle.module.css';
import { VerdictCard } from './VerdictCard.tsx';

/** Verdict, contents, import: in this order. */
export function OpenedBundle({ opened, onChanged }: { opened: OpenedBundleView; onChanged: () => void }) {
  const t = useT();
  const words = t.bundles.contents;
  const [isImporting, setIsImporting] = useState(false);
  useProtectedScreen(opened.bundle === null ? [] : [opened.bundle.level]);
  const canImport = opened.importProblems.length === 0 && opened.items.length > 0;
  return (
    <div className={classes.opened}>
      <VerdictCard opened={opened} onChanged={onChanged} />
      {isImporting ? (
        <ImportPanel
          openedId={opened.openedId}
          unit={opened.bundle?.unit ?? ''}
          onClose={() => {
            setIsImporting(false);
            onChanged();
          }}
        />
      ) : (
        <>
          {opened.bundle !== null && <Contents opened={opened} bundle={opened.bundle} />}
          <footer className={classes.foot}>
            {opened.verdict.tone !== 'bad' || canImport ? (
              <ProblemList problems={opened.importProblems} />
            ) : null}
            {opened.importedAt !== null && <span>{words.imported(instantText(opened.importedAt))}</span>}
            <Button disabled={!canImport} onClick={() => setIsImporting(true)}>
              {words.import}
            </Button>
          </footer>
        </>
      )}
    </div>
  );
}
