import {
  type Icon,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconMovie,
  IconMusic,
  IconPhoto,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { FileKind } from '#shared/records/file.ts';
import { useVaultUrl } from '../fileUrls.ts';
import classes from './FileThumb.module.css';

const ICONS: Record<FileKind, Icon> = {
  image: IconPhoto,
  pdf: IconFileTypePdf,
  video: IconMovie,
  audio: IconMusic,
  text: IconFileText,
  other: IconFile,
};

/** A file's small picture, or the sign of its kind where it has none. Decoration: what stands beside it names the file. */
export function FileThumb({
  file,
  fill = 'contain',
}: {
  file: { kind: FileKind; thumbnail: string | null };
  fill?: 'contain' | 'cover';
}) {
  const url = useVaultUrl(file.thumbnail);
  const [broken, setBroken] = useState<string | undefined>(undefined);
  const Sign = ICONS[file.kind];
  if (url === undefined || url === broken) {
    return (
      <span className={classes.sign} data-kind={file.kind}>
        <Sign stroke={1.25} aria-hidden />
      </span>
    );
  }
  return (
    <img
      className={classes.picture}
      data-fill={fill}
      src={url}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(url)}
    />
  );
}
