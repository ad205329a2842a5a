import type { DragEvent, KeyboardEvent } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { FileThumb } from '../../../components/FileThumb/FileThumb.tsx';
import { fileSize } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import { nameOf } from '../names.ts';
import { FileMenu } from './FileMenu.tsx';
import classes from './FileRows.module.css';
import type { FileDeeds } from './useFileDeeds.ts';

/** The type a dragged file travels under, so that files from outside are told apart. */
const OWN = 'application/x-mengbu-file';

/** The files as lines with all that is known of them. */
export function FileRows({
  files,
  deeds,
  onOpen,
}: {
  files: readonly RecordFile[];
  deeds: FileDeeds;
  onOpen: (fileId: string) => void;
}) {
  const t = useT();
  return (
    <ol className={classes.rows} aria-label={t.records.page.tabs.files}>
      {files.map((file, index) => (
        <FileRow key={file.id} file={file} index={index} deeds={deeds} onOpen={onOpen} />
      ))}
    </ol>
  );
}

function FileRow({
  file,
  index,
  deeds,
  onOpen,
}: {
  file: RecordFile;
  index: number;
  deeds: FileDeeds;
  onOpen: (fileId: string) => void;
}) {
  const t = useT();
  const words = t.records.files;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    deeds.move(file.id, index + by);
  };
  const onDrop = (event: DragEvent) => {
    const dragged = event.dataTransfer.getData(OWN);
    if (dragged === '') return;
    event.preventDefault();
    event.stopPropagation();
    deeds.move(dragged, index);
  };
  return (
    <li
      className={classes.row}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(OWN, file.id)}
      onDragOver={(event) => event.dataTransfer.types.includes(OWN) && event.preventDefault()}
      onDrop={onDrop}
    >
      <button type="button" className={classes.open} onClick={() => onOpen(file.id)} onKeyDown={onKeyDown}>
        <span className={classes.thumb}>
          <FileThumb file={file} fill="cover" />
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{file.name}</span>
          <span className={classes.facts}>{factsOf(t, file).join(' · ')}</span>
          {file.problems.map((code) => (
            <span key={code} className={classes.problem}>
              {Object.hasOwn(words.problems, code) ? nameOf(words.problems, code) : words.problemOther(code)}
            </span>
          ))}
        </span>
      </button>
      <code className={classes.hash} title={`SHA-256 ${file.sha256}`}>
        {file.sha256.slice(0, 12)}
      </code>
      <FileMenu file={file} deeds={deeds} />
    </li>
  );
}

function factsOf(t: ReturnType<typeof useT>, file: RecordFile): string[] {
  const { width, height, pages, takenAt, camera, gps } = file;
  return [
    t.records.roles[file.role],
    fileSize(file.size),
    formatName(file),
    width !== null && height !== null ? t.records.files.dimensions(width, height) : null,
    pages === null ? null : t.records.files.pages(pages),
    takenAt === null ? null : takenAt.replace('T', ' '),
    camera,
    gps === null ? null : `${gps.latitude.toFixed(5)}, ${gps.longitude.toFixed(5)}`,
  ].filter((fact) => fact !== null);
}

/** 'PDF', 'DOCX': the ending says more to a reader than the media type, which stands in where there is none. */
function formatName({ name, mediaType }: RecordFile): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toUpperCase() ?? mediaType;
}
