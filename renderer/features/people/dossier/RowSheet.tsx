import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError, problemsOf } from '../../../components/problems.ts';
import { useT } from '../../../translations.ts';

/** What is being written: a row of the list, or a new one at its end. */
export type OpenedRow<Row> = { index: number | null; row: Row };

/** Puts the row in its place; a new one comes last. */
export function placed<Row>(rows: readonly Row[], { index, row }: OpenedRow<Row>): Row[] {
  return index === null ? [...rows, row] : rows.map((each, at) => (at === index ? row : each));
}

/** The sheet of one row of a dossier: saves the list with it, or without it. */
export function RowSheet<Row>({
  title,
  rows,
  opened,
  isFilled,
  list,
  onSave,
  onClose,
  children,
}: {
  title: string;
  rows: readonly Row[];
  opened: OpenedRow<Row>;
  isFilled: boolean;
  /** As problems name the list: education, work, assessments. */
  list: string;
  onSave: (rows: Row[]) => Promise<void>;
  onClose: () => void;
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
}) {
  const t = useT();
  const save = useMutation({ mutationFn: (next: Row[]) => onSave(next), onSuccess: onClose });
  const place = `fields.${list}.${opened.index ?? rows.length}.`;
  const errorOf = (field: string) => fieldError(t, save.error, place + field);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={title}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={isFilled ? () => save.mutate(placed(rows, opened)) : undefined}
    >
      {children(errorOf)}
      {opened.index !== null && (
        <div>
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            onClick={() => save.mutate(rows.filter((_, at) => at !== opened.index))}
          >
            {t.people.dossier.removeRow}
          </Button>
        </div>
      )}
      <ErrorProblems
        error={save.error}
        atFields={problemsOf(save.error).flatMap(({ field }) => (field?.startsWith(place) ? field : []))}
      />
    </ConfirmSheet>
  );
}
