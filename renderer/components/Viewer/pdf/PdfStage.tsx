import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { api } from '../../../api.ts';
import { host } from '../../../host/host.ts';
import { useT } from '../../../translations.ts';
import { StageMessage } from '../StageMessage.tsx';
import { PdfPages } from './PdfPages.tsx';
import { PdfPassword } from './PdfPassword.tsx';
import classes from './PdfStage.module.css';
import { usePdf } from './usePdf.ts';

/** A PDF drawn page by page. Loaded only when one is opened. */
export function PdfStage({ file }: { file: RecordFile }) {
  const t = useT();
  const queries = useQueryClient();
  const source = useMemo(
    () => ({
      size: file.size,
      async url(fresh: boolean) {
        const options = api.records.fileAddress.queryOptions({
          input: { fileId: file.id, variant: 'original' },
        });
        const { address } = await queries.fetchQuery({ ...options, staleTime: fresh ? 0 : 240_000 });
        return host.fileUrl(address);
      },
    }),
    [file.id, file.size, queries],
  );
  const pdf = usePdf(source);
  if (pdf.kind === 'failed') {
    return <StageMessage title={t.records.viewer.pdfBroken} text={t.records.viewer.failedHelp} file={file} />;
  }
  if (pdf.kind === 'password')
    return <PdfPassword name={file.name} wrong={pdf.wrong} onAnswer={pdf.answer} />;
  if (pdf.kind === 'opening') {
    return (
      <p className={classes.opening} role="status">
        {t.records.viewer.loading}
      </p>
    );
  }
  return <PdfPages key={file.id} document={pdf.document} width={pdf.width} height={pdf.height} />;
}
