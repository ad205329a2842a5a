import type { RecordFile } from '#shared/records/file.ts';
import { fileSize } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import { FileMenu } from './FileMenu.tsx';
import classes from './FilesTab.module.css';
import type { FileDeeds } from './useFileDeeds.ts';

/** Under a picture: its name, what it is in the record, and what can be done with it. */
export function FileCaption({ file, deeds }: { file: RecordFile; deeds: FileDeeds }) {
  const t = useT();
  return (
    <div className={classes.caption}>
      <div className={classes.words}>
        <p className={classes.name} title={file.name}>
          {file.name}
        </p>
        <p className={classes.facts}>
          {t.records.roles[file.role]} · {fileSize(file.size)}
          {file.pages !== null && ` · ${t.records.files.pages(file.pages)}`}
        </p>
      </div>
      <FileMenu file={file} deeds={deeds} />
    </div>
  );
}
