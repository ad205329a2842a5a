import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ruleset, RuleVersion } from '#shared/body/contract.ts';
import { localDateOf } from '#shared/dates.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../../components/DateField/DateField.tsx';
import { PeopleSelect } from '../../../components/PeopleSelect/PeopleSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';

/** Who has read a version when, as on a signed list. */
export function ReadingSheet({
  ruleset,
  version,
  onClose,
}: {
  ruleset: Ruleset;
  version: RuleVersion;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.body.rules;
  const [personIds, setPersonIds] = useState<string[]>([]);
  const [readOn, setReadOn] = useState(localDateOf(new Date()));
  const record = useMutation(
    api.rulesets.recordReading.mutationOptions({
      onSuccess: () => {
        notifyDone(words.recorded);
        onClose();
      },
    }),
  );
  const reading = { versionId: version.id, readOn, personIds };
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.recordReading}
      verb={t.actions.save}
      busy={record.isPending}
      onConfirm={
        personIds.length > 0
          ? () => record.mutate({ id: ruleset.id, version: ruleset.version, reading })
          : undefined
      }
    >
      <p>{words.recordReadingHelp}</p>
      <PeopleSelect value={personIds} onChange={setPersonIds} />
      <DateField
        label={words.fields.readOn}
        value={readOn}
        onChange={(day) => setReadOn(day ?? '')}
        error={fieldError(t, record.error, 'reading.readOn')}
      />
      <ErrorProblems error={record.error} atFields={['reading.readOn']} />
    </ConfirmSheet>
  );
}
