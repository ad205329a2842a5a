import { Modal } from '@mantine/core';
import { Suspense, use } from 'react';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import type { PickedFiles } from '../../../host/host.ts';
import { useT } from '../../../translations.ts';
import classes from './ImportDialog.module.css';
import { ImportForm } from './ImportForm.tsx';
import type { ImportInto } from './useImportDialog.tsx';

/** What is asked before anything is taken in: level first, then what the files are to become. */
export function ImportDialog({
  picked,
  into,
  onClose,
}: {
  /** null: nothing could be taken from what was dropped. */
  picked: Promise<PickedFiles | null>;
  into: ImportInto | null;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <Modal
      opened
      onClose={onClose}
      title={into === null ? t.imports.dialog : t.imports.addToRecord}
      size={720}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <Suspense
        fallback={
          <p className={classes.reading} role="status">
            {t.imports.reading}
          </p>
        }
      >
        <Questions picked={picked} into={into} onClose={onClose} />
      </Suspense>
    </Modal>
  );
}

function Questions({
  picked,
  into,
  onClose,
}: {
  picked: Promise<PickedFiles | null>;
  into: ImportInto | null;
  onClose: () => void;
}) {
  const t = useT();
  const files = use(picked);
  const isNothing = files === null || (files.kind === 'uploads' ? files.entries : files.places).length === 0;
  if (isNothing) return <EmptyPage title={t.imports.nothing}>{t.imports.nothingHelp}</EmptyPage>;
  return <ImportForm files={files} into={into} onClose={onClose} />;
}
