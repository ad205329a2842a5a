import { useQuery } from '@tanstack/react-query';
import type { RecordFile } from '#shared/records/file.ts';
import { fileSize } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { useFileUrl } from '../fileUrls.ts';
import { decodeText } from './decodeText.ts';
import { StageMessage } from './StageMessage.tsx';
import classes from './TextStage.module.css';

/** Bytes of a text file that are shown; more would only be scrolled past. */
const SHOWN_BYTES = 512 * 1024;

/** A text file as plain text, in the encoding its bytes speak. */
export function TextStage({ file }: { file: RecordFile }) {
  const t = useT();
  const { url, failed } = useFileUrl(file.id, 'original');
  const text = useQuery({
    queryKey: ['file-text', file.id, file.sha256],
    queryFn: async ({ signal }) => readStart(url ?? '', signal),
    enabled: url !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (failed || text.isError) {
    return <StageMessage title={t.records.viewer.failed} text={t.records.viewer.failedHelp} file={file} />;
  }
  if (text.data === undefined) return null;
  return (
    <div className={classes.stage}>
      <p className={classes.facts}>
        {t.records.viewer.encoding(text.data.encoding)}
        {file.size > SHOWN_BYTES && <> · {t.records.viewer.textCut(fileSize(SHOWN_BYTES))}</>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than the window is scrolled with the keyboard */}
      <pre className={classes.text} tabIndex={0}>
        {text.data.text === '' ? t.records.viewer.empty : text.data.text}
      </pre>
    </div>
  );
}

async function readStart(url: string, signal: AbortSignal) {
  const response = await fetch(url, { headers: { range: `bytes=0-${SHOWN_BYTES - 1}` }, signal });
  if (response.status === 416) return decodeText(new Uint8Array());
  if (!response.ok) throw new Error(`status ${response.status}`);
  return decodeText(new Uint8Array(await response.arrayBuffer()).subarray(0, SHOWN_BYTES));
}
