import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { fieldName } from '#shared/translations/problemText.ts';
import { api, client } from '../../api.ts';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { RemoveItem } from '../../components/RemoveItem/RemoveItem.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { draftOf, keepDraft } from '../../drafts.ts';
import { useT } from '../../translations.ts';
import { ContributionsSection } from './ContributionsSection.tsx';
import { CreditSection } from './CreditSection.tsx';
import { MeasuresSection } from './MeasuresSection.tsx';
import { MembershipSection } from './MembershipSection.tsx';
import { PeopleOfUnit } from './PeopleOfUnit.tsx';
import { ProjectsOfUnit } from './ProjectsOfUnit.tsx';
import { QualificationsSection } from './QualificationsSection.tsx';
import { ReviewsSection } from './ReviewsSection.tsx';
import { MEMBER_TONES } from './tones.ts';
import { UnitFacts } from './UnitFacts.tsx';
import { UnitOverview } from './UnitOverview.tsx';
import classes from './UnitPage.module.css';

/** One unit: what it is, what it may do, what it is to the joint body, and who belongs to it. */
export function UnitPage() {
  const t = useT();
  const { unitId = '' } = useParams({ strict: false });
  const unit = useQuery(api.members.get.queryOptions({ input: { id: unitId } }));
  const [tab, setTab] = useState(() => draftOf<string>(`unit tab ${unitId}`) ?? 'overview');
  if (unit.data === undefined) return <ErrorProblems error={unit.error} />;
  const { memberState, missing } = unit.data;
  const tabs = t.members.tabs;
  return (
    <ItemLayout
      item={unit.data}
      list={{ to: '/units', name: t.members.title }}
      below={<StatusTag tone={MEMBER_TONES[memberState]}>{t.members.states[memberState]}</StatusTag>}
      actions={
        <RemoveItem
          item={unit.data}
          label={t.members.remove}
          help={t.members.removeHelp}
          remove={(input) => client.members.remove(input)}
          to="/units"
        />
      }
      facts={<UnitFacts unit={unit.data} />}
    >
      <Tabs
        value={tab}
        onChange={(next) => {
          setTab(next ?? 'overview');
          keepDraft(`unit tab ${unitId}`, next ?? 'overview');
        }}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="overview">{tabs.overview}</Tabs.Tab>
          <Tabs.Tab value="qualifications">{tabs.qualifications}</Tabs.Tab>
          <Tabs.Tab value="membership">{tabs.membership}</Tabs.Tab>
          <Tabs.Tab value="people">{tabs.people}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes.panel}>
          {memberState === 'NONE' && missing.length > 0 && (
            <p className={classes.missing}>
              {t.members.missing(missing.map((field) => fieldName(t, field)).join(t.formats.list))}
            </p>
          )}
          <UnitOverview unit={unit.data} />
        </Tabs.Panel>
        <Tabs.Panel value="qualifications" className={classes.panel}>
          <QualificationsSection unit={unit.data} />
          <CreditSection unit={unit.data} />
        </Tabs.Panel>
        <Tabs.Panel value="membership" className={classes.panel}>
          <MembershipSection unit={unit.data} />
          <MeasuresSection unit={unit.data} />
          <ContributionsSection unit={unit.data} />
          <ReviewsSection unit={unit.data} />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={classes.panel}>
          <PeopleOfUnit unitId={unitId} />
          <ProjectsOfUnit unitId={unitId} />
        </Tabs.Panel>
      </Tabs>
    </ItemLayout>
  );
}
