import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, client } from '../../api.ts';
import { Deeds } from '../../components/Deeds.tsx';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { LinkedRecords } from '../../components/LinkedRecords/LinkedRecords.tsx';
import { NamingMeetings } from '../../components/NamingMeetings/NamingMeetings.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { RemoveItem } from '../../components/RemoveItem/RemoveItem.tsx';
import { useT } from '../../translations.ts';
import { DossiersOfPerson } from './dossier/DossiersOfPerson.tsx';
import { OfficesOfPerson } from './OfficesOfPerson.tsx';
import { PersonFacts } from './PersonFacts.tsx';

/** One person: offices, the dossier where its level is open, and the records that speak of them. */
export function PersonPage() {
  const t = useT();
  const { personId = '' } = useParams({ strict: false });
  const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }));
  if (person.data === undefined) return <ErrorProblems error={person.error} />;
  return (
    <ItemLayout
      item={person.data}
      list={{ to: '/people', name: t.people.title }}
      actions={
        <RemoveItem
          item={person.data}
          label={t.people.remove}
          help={t.people.removeHelp}
          remove={(input) => client.people.remove(input)}
          to="/people"
        />
      }
      facts={<PersonFacts person={person.data} />}
    >
      <Deeds>
        <OfficesOfPerson personId={personId} />
        <NamingMeetings id={personId} />
        <DossiersOfPerson person={person.data} />
      </Deeds>
      <LinkedRecords title={t.people.records} query={{ people: [personId] }} none={t.people.noRecords} />
    </ItemLayout>
  );
}
