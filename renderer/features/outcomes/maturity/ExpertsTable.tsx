import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import type { PanelWarning } from '#shared/outcomes/panel.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../../components/problems.ts';
import { dayText } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import rows from '../Rows.module.css';
import { Section } from '../Section.tsx';
import { AnswerSheet } from './AnswerSheet.tsx';
import { ExpertsField } from './ConvenePanelSheet.tsx';
import { DeclarationSheet } from './DeclarationSheet.tsx';
import { AbsentSheet, ExcludeSheet } from './LeaveSheets.tsx';
import { SendSheetSheet } from './SendSheetSheet.tsx';
import { SheetLink } from './SheetLink.tsx';

type Expert = Panel['experts'][number];
type Deed = 'declare' | 'send' | 'absent' | 'exclude';
type Doing = { what: Deed; expert: Expert } | null;

/** Who sits on the panel, what each declared, and how far each sheet is. */
export function ExpertsTable({ panel }: { panel: Panel }) {
  const t = useT();
  const words = t.maturity;
  const [doing, setDoing] = useState<Doing>(null);
  const [isEditing, setIsEditing] = useState(false);
  const [isAnswering, setIsAnswering] = useState(false);
  const isConcluded = standingResult(panel) !== null;
  const close = () => setDoing(null);
  return (
    <Section
      title={words.experts}
      action={
        !isConcluded && (
          <span>
            {panel.everyTierOpen && (
              <Button variant="default" size="xs" onClick={() => setIsAnswering(true)}>
                {words.answer.open}
              </Button>
            )}{' '}
            <Button variant="default" size="xs" onClick={() => setIsEditing(true)}>
              {words.editExperts}
            </Button>
          </span>
        )
      }
    >
      {panel.warnings.map((warning) => (
        <p key={warning} className={rows.warning}>
          {words.result.warnings[warning as PanelWarning]}
        </p>
      ))}
      <table className={rows.table}>
        <thead>
          <tr>
            <th scope="col">{words.sheet.expert}</th>
            <th scope="col">{t.people.fields.unit}</th>
            <th scope="col">{words.declaration.column}</th>
            <th scope="col">{words.sheet.title}</th>
            <th scope="col">
              <VisuallyHidden>{t.actions.more}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {panel.experts.map((expert) => (
            <tr key={expert.id}>
              <td className={rows.number}>
                {expert.person === null ? '—' : <ItemLink item={expert.person} />}
              </td>
              <td>{expert.unit?.title ?? ''}</td>
              <td>
                {words.states[expert.state]}
                <div className={rows.detail}>
                  {[expert.ground === null ? '' : words.grounds[expert.ground], expert.note]
                    .filter((text) => text !== '')
                    .join(t.formats.separator)}
                </div>
                {expert.state === 'INVITED' &&
                  expert.found.map((ground) => (
                    <div key={ground} className={rows.warning}>
                      {words.declaration.found(words.grounds[ground])}
                    </div>
                  ))}
              </td>
              <td>
                {(expert.sheet !== null || expert.state === 'CLEAR') && <SheetLink expert={expert} />}
                {expert.sent !== null && (
                  <div className={rows.detail}>
                    {words.send.sent(expert.sent.copy, dayText(expert.sent.at))}
                    {expert.sent.answered && `${t.formats.separator}${words.send.answered}`}
                  </div>
                )}
              </td>
              <td className={rows.end}>
                <NextStep panel={panel} expert={expert} onDo={(what) => setDoing({ what, expert })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {doing?.what === 'declare' && <DeclarationSheet panel={panel} expert={doing.expert} onClose={close} />}
      {doing?.what === 'send' && <SendSheetSheet panel={panel} expert={doing.expert} onClose={close} />}
      {doing?.what === 'absent' && <AbsentSheet panel={panel} expert={doing.expert} onClose={close} />}
      {doing?.what === 'exclude' && <ExcludeSheet panel={panel} expert={doing.expert} onClose={close} />}
      {isAnswering && <AnswerSheet onClose={() => setIsAnswering(false)} />}
      {isEditing && <EditExpertsSheet panel={panel} onClose={() => setIsEditing(false)} />}
    </Section>
  );
}

/** The one thing that is wanted next of an expert, and what is seldom done. */
function NextStep({ panel, expert, onDo }: { panel: Panel; expert: Expert; onDo: (what: Deed) => void }) {
  const t = useT();
  const words = t.maturity;
  const report = useProblems();
  const navigate = useNavigate();
  const begin = useMutation(
    api.maturitySheets.begin.mutationOptions({
      onSuccess: ({ id }) => void navigate({ to: '/score-sheets/$sheetId', params: { sheetId: id } }),
      onError: report,
    }),
  );
  const isConcluded = standingResult(panel) !== null;
  const { state, standing } = expert;
  const isInvited = state === 'INVITED' && !isConcluded;
  if (!isInvited && state !== 'CLEAR') return null;
  const canSend = !isConcluded && standing === 'MISSING' && panel.everyTierOpen;
  return (
    <span>
      {isInvited && (
        <Button variant="default" size="compact-sm" onClick={() => onDo('declare')}>
          {words.declaration.open}
        </Button>
      )}
      {state === 'CLEAR' && canSend && (
        <Button
          variant="default"
          size="compact-sm"
          loading={begin.isPending}
          onClick={() => begin.mutate({ panelId: panel.id, expertId: expert.personId })}
        >
          {words.sheet.begin}
        </Button>
      )}{' '}
      <Menu>
        <Menu.Target>
          <IconButton label={`${t.actions.more}${t.formats.colon}${expert.person?.title ?? ''}`} size={26}>
            <IconDots size={16} stroke={1.5} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {canSend && <Menu.Item onClick={() => onDo('send')}>{words.send.open}</Menu.Item>}
          {!isConcluded && (standing === 'MISSING' || standing === 'DRAFT') && (
            <Menu.Item onClick={() => onDo('absent')}>{words.absent.open}</Menu.Item>
          )}
          {state === 'CLEAR' && <Menu.Item onClick={() => onDo('exclude')}>{words.exclude.open}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

function EditExpertsSheet({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const t = useT();
  const [personIds, setPersonIds] = useState(panel.experts.map(({ personId }) => personId));
  const save = useMutation(api.maturity.setExperts.mutationOptions({ onSuccess: onClose }));
  const { id, version } = panel;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={t.maturity.experts}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={personIds.length === 0 ? undefined : () => save.mutate({ id, version, personIds })}
    >
      <ExpertsField value={personIds} onChange={setPersonIds} />
      <ErrorProblems error={save.error} />
    </ConfirmSheet>
  );
}
