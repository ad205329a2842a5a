import { Button } from '@mantine/core';
import { IconFileUnknown } from '@tabler/icons-react';
import type { RecordFile } from '#shared/records/file.ts';
import { fileSize } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { useSaveFile } from '../saveFile.ts';
import classes from './StageMessage.module.css';

/** What stands in the place of a file that cannot be shown: why, and the way to keep a copy of it. */
export function StageMessage({ title, text, file }: { title: string; text: string; file: RecordFile }) {
  const t = useT();
  const save = useSaveFile();
  return (
    <div className={classes.message}>
      <IconFileUnknown size={48} stroke={1} aria-hidden />
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.name}>
        {file.name} · {fileSize(file.size)}
      </p>
      <p className={classes.text}>{text}</p>
      <Button variant="default" onClick={() => save(file)}>
        {t.records.viewer.save}
      </Button>
      <p className={classes.hint}>{t.records.viewer.saveHint}</p>
    </div>
  );
}
