import { Button } from '@mantine/core';
import { IconFolderDown } from '@tabler/icons-react';
import { useT } from '../../../translations.ts';
import classes from './EmptyArchive.module.css';

/** The archive of a new vault: what belongs here, and the one thing to do. */
export function EmptyArchive({ onFolder, onFiles }: { onFolder: () => void; onFiles: () => void }) {
  const t = useT();
  const words = t.records.empty;
  return (
    <div className={classes.empty}>
      <IconFolderDown size={56} stroke={1} className={classes.icon} aria-hidden />
      <h2 className={classes.title}>{words.title}</h2>
      <p className={classes.text}>{words.text}</p>
      <div className={classes.actions}>
        <Button onClick={onFolder}>{words.action}</Button>
        <Button variant="default" onClick={onFiles}>
          {words.files}
        </Button>
      </div>
      <ol className={classes.steps}>
        {words.steps.map((step) => (
          <li key={step} className={classes.step}>
            {step}
          </li>
        ))}
      </ol>
    </div>
  );
}
