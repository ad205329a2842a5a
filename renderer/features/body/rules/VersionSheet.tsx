import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ruleset, RuleVersion } from '#shared/body/contract.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { isFilled, NEW_VERSION, VersionFields } from './VersionFields.tsx';

/** A further version, beginning with the text of the last; or a slip of one nobody has read. */
export function VersionSheet({
  ruleset,
  version,
  onClose,
}: {
  ruleset: Ruleset;
  version: RuleVersion | null;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.body.rules;
  const [fields, setFields] = useState(
    version === null
      ? { ...NEW_VERSION, text: ruleset.versions[0]?.text ?? '' }
      : {
          number: version.number,
          adoptedOn: version.adoptedOn,
          effectiveOn: version.effectiveOn,
          adoptedBy: version.adoptedBy,
          text: version.text,
          paper: version.paper,
        },
  );
  const done = () => {
    notifyDone(t.actions.saved);
    onClose();
  };
  const add = useMutation(api.rulesets.addVersion.mutationOptions({ onSuccess: done }));
  const correct = useMutation(api.rulesets.correctVersion.mutationOptions({ onSuccess: done }));
  const error = add.error ?? correct.error;
  function save(): void {
    const versioned = { id: ruleset.id, version: ruleset.version, fields };
    if (version === null) add.mutate(versioned);
    else correct.mutate({ ...versioned, versionId: version.id });
  }
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      size="lg"
      title={version === null ? words.addVersion : words.correct}
      verb={t.actions.save}
      busy={add.isPending || correct.isPending}
      onConfirm={isFilled(fields) ? save : undefined}
    >
      <VersionFields
        level={ruleset.level}
        fields={fields}
        onChange={setFields}
        errorOf={(field) => fieldError(t, error, `fields.${field}`)}
      />
      <ErrorProblems
        error={error}
        atFields={['number', 'adoptedOn', 'effectiveOn', 'adoptedBy', 'text', 'paper'].map(
          (field) => `fields.${field}`,
        )}
      />
    </ConfirmSheet>
  );
}
