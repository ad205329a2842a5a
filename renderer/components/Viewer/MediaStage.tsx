import { useState } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { useT } from '../../translations.ts';
import { useFileUrl } from '../fileUrls.ts';
import classes from './MediaStage.module.css';
import { StageMessage } from './StageMessage.tsx';

/** Video and sound, played by the browser over an address that answers ranges: seeking loads nothing before the place. */
export function MediaStage({ file }: { file: RecordFile }) {
  const t = useT();
  const { url, failed } = useFileUrl(file.id, 'original');
  const [broken, setBroken] = useState<string | null>(null);
  if (failed || broken === file.id) {
    return (
      <StageMessage title={t.records.viewer.mediaFailed} text={t.records.viewer.failedHelp} file={file} />
    );
  }
  if (url === undefined) return null;
  const shared = {
    src: url,
    controls: true,
    preload: 'metadata',
    'aria-label': file.name,
    onError: () => setBroken(file.id),
  } as const;
  if (file.kind === 'video') {
    return (
      <div className={classes.stage}>
        <video className={classes.video} {...shared} key={file.id} playsInline />
      </div>
    );
  }
  return (
    <div className={classes.stage}>
      <div className={classes.sound}>
        <p className={classes.name}>{file.name}</p>
        <audio className={classes.audio} {...shared} key={file.id} />
      </div>
    </div>
  );
}
