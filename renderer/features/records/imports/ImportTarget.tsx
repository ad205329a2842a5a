import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { instantText } from '../../../formats.ts';
import { host, type PickedFiles } from '../../../host/host.ts';
import { isTyping } from '../../../keyboard.ts';
import { usePresenting } from '../../../session.ts';
import { useT } from '../../../translations.ts';
import classes from './ImportTarget.module.css';

/**
 * Files may be dropped anywhere on what is inside, and pictures pasted. What came is handed on while it is still being read.
 * Of targets within each other the innermost takes it, a dialog's before that of the page behind it.
 */
export function ImportTarget({
  onPicked,
  label,
  children,
}: {
  onPicked: (picked: Promise<PickedFiles | null>) => void;
  /** What dropping does; the archive's own words when absent. */
  label?: string;
  children: ReactNode;
}) {
  const t = useT();
  const presenting = usePresenting();
  /** Enter and leave come for every element inside; only the outermost pair counts. */
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
    onPicked(pickedFrom(event.dataTransfer, ({ name }) => name));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isTyping(event.target) || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onPicked(pickedFrom(event.clipboardData, (file) => pastedName(t.imports.pasted, file)));
  };
  if (presenting) return <div className={classes.target}>{children}</div>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has the buttons beside it as its keyboard way
    <div
      className={classes.target}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return;
        event.stopPropagation();
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!hasFiles(event)) return;
        event.stopPropagation();
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      {children}
      {over && (
        <div className={classes.veil} aria-hidden>
          <div className={classes.words}>
            <p className={classes.title}>{label ?? t.records.list.dropHere}</p>
            <p>{t.records.list.dropHint}</p>
          </div>
        </div>
      )}
    </div>
  );
}

/**
 * What was dropped or pasted. A picture copied out of another program is no file of any folder; a browser hands over its
 * bytes alone, and it needs a name.
 */
async function pickedFrom(data: DataTransfer, nameOf: (file: File) => string): Promise<PickedFiles | null> {
  const loose = [...data.files];
  const picked = await host.dropped(data);
  if (picked !== null || host.door !== 'browser' || loose.length === 0) return picked;
  return { kind: 'uploads', entries: loose.map((file) => ({ path: nameOf(file), file })) };
}

/** Browsers call every pasted picture image.png. */
function pastedName(word: string, { name }: File): string {
  if (!/^image\.\w+$/.test(name)) return name;
  return `${word} ${instantText(Date.now()).replace(':', '')}.${name.split('.').at(-1)}`;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}
