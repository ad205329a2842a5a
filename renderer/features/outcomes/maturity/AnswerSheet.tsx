import { FileInput } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { halvesText, totalOf } from '#shared/outcomes/maturity.ts';
import type { AnswerPreview } from '#shared/outcomes/maturityContract.ts';
import { MATURITY_TABLE } from '#shared/outcomes/maturityTable.ts';
import { completeScores } from '#shared/outcomes/scoreRules.ts';
import { client } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems, ProblemList } from '../../../components/ProblemList/ProblemList.tsx';
import { dayText, instantText } from '../../../formats.ts';
import { notifyDone } from '../../../notices.ts';
import { useT, useTranslation } from '../../../translations.ts';
import rows from '../Rows.module.css';

/** An answer that came back: whose copy it is and what it says, before it is filed. */
export function AnswerSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const words = t.maturity.answer;
  const [file, setFile] = useState<File | null>(null);
  const look = useMutation({
    mutationFn: async (chosen: File) => {
      const base64 = await base64Of(chosen);
      return { base64, preview: await client.maturity.previewAnswer({ base64 }) };
    },
  });
  const take = useMutation({
    mutationFn: (base64: string) => client.maturity.fileAnswer({ base64 }),
    onSuccess: ({ isNew }) => {
      notifyDone(isNew ? words.done(look.data?.preview.expert ?? '') : words.nothingNew);
      onClose();
    },
  });
  const preview = look.data?.preview;
  const base64 = look.data?.base64;
  const canFile = preview !== undefined && preview.problems.length === 0 && preview.state === 'NEW';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title}
      verb={words.verb}
      busy={take.isPending}
      onConfirm={canFile && base64 !== undefined ? () => take.mutate(base64) : undefined}
    >
      <FileInput
        label={words.file}
        placeholder={words.choose}
        leftSection={<IconFile size={16} stroke={1.5} />}
        accept=".mengbu-answer"
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          look.reset();
          if (chosen !== null) look.mutate(chosen);
        }}
      />
      {preview !== undefined && <Preview preview={preview} />}
      {preview?.state === 'FILED' && <p role="status">{words.nothingNew}</p>}
      <ProblemList problems={preview?.problems ?? []} title={words.cannot} />
      <ErrorProblems error={look.error ?? take.error} />
    </ConfirmSheet>
  );
}

function Preview({ preview }: { preview: AnswerPreview }) {
  const t = useT();
  const words = t.maturity;
  const { language } = useTranslation();
  const scores = completeScores(preview.fields.scores);
  return (
    <div>
      <p>{words.answer.whose(preview.expert, preview.copy, dayText(preview.sentAt))}</p>
      <p className={rows.detail}>
        {preview.outcome?.title ?? ''}
        {t.formats.separator}
        {words.answer.answeredAt(instantText(Date.parse(preview.answeredAt)))}
      </p>
      <table className={rows.table}>
        <tbody>
          {MATURITY_TABLE.map(({ id, name, points }) => {
            const score = preview.fields.scores.find(({ indicator }) => indicator === id);
            return (
              <tr key={id}>
                <td>{language === 'zh-CN' ? name.zh : name.en}</td>
                <td className={rows.end}>
                  {score?.halves == null ? '—' : halvesText(score.halves)} {words.sheet.of(points)}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td>{words.sheet.total}</td>
            <td className={rows.end}>{scores === null ? '—' : halvesText(totalOf(scores))}</td>
          </tr>
        </tfoot>
      </table>
      <p>{preview.fields.opinion}</p>
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
