import { Button, Select, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnitDetail } from '#shared/members/contract.ts';
import { MEMBER_CATEGORIES, type Standing, USUAL_WEIGHTS } from '#shared/members/membership.ts';
import { client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { Deeds } from '../../components/Deeds.tsx';
import { FactList } from '../../components/FactsColumn/FactList.tsx';
import { Fact } from '../../components/FactsColumn/FactsColumn.tsx';
import { NumberField } from '../../components/NumberField/NumberField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { useDraft } from '../../components/useDraft.ts';
import { dayText } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { MEMBER_TONES } from './tones.ts';
import classes from './UnitPage.module.css';
import { useUnitDeed } from './useUnitDeed.ts';

/** What the unit is to the joint body, and the cases that made it so. */
export function MembershipSection({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const words = t.members.membership;
  const [isSetting, setIsSetting] = useState(false);
  const { membership, memberState } = unit;
  const runs = unit.screenings.some(({ stage }) => !['ADMITTED', 'REJECTED', 'WITHDRAWN'].includes(stage));
  const mayApply = (memberState === 'NONE' || memberState === 'LEFT') && !runs;
  return (
    <>
      <FactList title={words.title} {...(membership === null ? { note: words.none } : {})}>
        {membership !== null && (
          <>
            <Fact name={words.category}>
              <span className={classes.row}>
                {t.members.categories[membership.category]}
                <StatusTag tone={MEMBER_TONES[memberState]}>{t.members.states[memberState]}</StatusTag>
              </span>
              <span className={classes.under}>
                {words.weights(String(membership.voteWeight), String(membership.benefitWeight))}
              </span>
            </Fact>
            <Fact name={words.since}>
              <span className={classes.date}>{membership.since}</span>
            </Fact>
            {membership.until !== null && (
              <Fact name={words.until}>
                <span className={classes.date}>{membership.until}</span>
              </Fact>
            )}
          </>
        )}
        <Fact name={words.screenings}>
          {unit.screenings.length === 0 && words.noScreenings}
          {unit.screenings.map(({ id, stage }) => (
            <span key={id} className={classes.row}>
              <Link to="/screening/$caseId" params={{ caseId: id }}>
                {t.screening.stages[stage as keyof typeof t.screening.stages]}
              </Link>
            </span>
          ))}
        </Fact>
      </FactList>
      <Deeds>
        <div className={classes.row}>
          {mayApply && (
            <Button
              size="xs"
              renderRoot={(props) => (
                <Link {...props} to="/screening" search={{ create: true, unit: unit.id }} />
              )}
            >
              {words.screen}
            </Button>
          )}
          {memberState !== 'LEFT' && !runs && (
            <Button size="xs" variant="default" onClick={() => setIsSetting(true)}>
              {words.setStanding}
            </Button>
          )}
        </div>
      </Deeds>
      {isSetting && <StandingSheet unit={unit} onClose={() => setIsSetting(false)} />}
    </>
  );
}

function StandingSheet({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const t = useT();
  const words = t.members.membership;
  const { membership } = unit;
  const { draft, change, drop } = useDraft<Standing & { reason: string }>(`standing ${unit.id}`, {
    category: membership?.category ?? 'REGULAR',
    voteWeight: membership?.voteWeight ?? USUAL_WEIGHTS.REGULAR.vote,
    benefitWeight: membership?.benefitWeight ?? USUAL_WEIGHTS.REGULAR.benefit,
    since: membership?.since ?? dayText(Date.now()),
    reason: '',
  });
  const save = useUnitDeed(
    ({ reason, ...standing }: typeof draft) =>
      client.members.setStanding({ id: unit.id, version: unit.version, standing, reason }),
    {
      onDone: () => {
        drop();
        onClose();
      },
    },
  );
  const usual = USUAL_WEIGHTS[draft.category];
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.setStanding}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={() => save.mutate(draft)}
    >
      <Select
        label={words.category}
        data={MEMBER_CATEGORIES.map((value) => ({ value, label: t.members.categories[value] }))}
        value={draft.category}
        data-autofocus
        onChange={(next) => {
          const category = MEMBER_CATEGORIES.find((each) => each === next) ?? draft.category;
          const { vote, benefit } = USUAL_WEIGHTS[category];
          change({ category, voteWeight: vote, benefitWeight: benefit });
        }}
      />
      <div className={classes.pair} key={draft.category}>
        <NumberField
          label={words.voteWeight}
          value={draft.voteWeight}
          error={fieldError(t, save.error, 'standing.voteWeight')}
          onChange={(voteWeight) => change({ voteWeight: voteWeight ?? 0 })}
        />
        <NumberField
          label={words.benefitWeight}
          value={draft.benefitWeight}
          error={fieldError(t, save.error, 'standing.benefitWeight')}
          onChange={(benefitWeight) => change({ benefitWeight: benefitWeight ?? 0 })}
        />
      </div>
      <p className={classes.under}>{words.usual(String(usual.vote), String(usual.benefit))}</p>
      <DateField
        label={words.since}
        value={draft.since}
        error={fieldError(t, save.error, 'standing.since')}
        onChange={(since) => change({ since: since ?? '' })}
      />
      <TextInput
        label={words.reason}
        description={membership === null ? words.reasonHelp : undefined}
        value={draft.reason}
        maxLength={500}
        error={fieldError(t, save.error, 'reason')}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <ErrorProblems
        error={save.error}
        atFields={['standing.voteWeight', 'standing.benefitWeight', 'standing.since', 'reason']}
      />
    </ConfirmSheet>
  );
}
