import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Visit } from '#shared/showcase/contract.ts';
import type { VisitFields } from '#shared/showcase/visit.ts';
import { api, client } from '../../api.ts';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { calendarDateTyped } from '../../components/DateField/calendarDateTyped.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { errorSentences } from '../../components/problems.ts';
import { RemoveItem } from '../../components/RemoveItem/RemoveItem.tsx';
import { useVersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';
import classes from './PackList.module.css';

type Values = { fields: VisitFields; unitId: string | null; exhibitionId: string | null; panelIds: string[] };

/** One visit: who came, and what was shown on the day. */
export function VisitPage() {
  const t = useT();
  const words = t.showcase.visits;
  const { visitId = '' } = useParams({ strict: false });
  const visit = useQuery(api.visits.get.queryOptions({ input: { id: visitId } }));
  if (visit.data === undefined) return <ErrorProblems error={visit.error} />;
  const { shown } = visit.data;
  return (
    <ItemLayout
      item={visit.data}
      list={{ to: '/showcase/visits', name: words.title }}
      actions={
        <RemoveItem
          item={visit.data}
          label={t.showcase.visits.remove}
          help={t.showcase.visits.removeHelp}
          remove={(input) => client.visits.remove(input)}
          to="/showcase/visits"
          needsReason
        />
      }
      facts={<VisitFacts visit={visit.data} />}
    >
      <section aria-label={words.fields.shown}>
        <h2 className={classes.title}>{words.fields.shown}</h2>
        <p className={classes.none}>{shown.length === 0 ? words.shownNone : words.shownHelp}</p>
        <ul className={classes.list} data-empty={shown.length === 0 || undefined}>
          {shown.map(({ panelId, title, edition, reviewNo }) => (
            <li key={panelId} className={classes.row}>
              <Link to="/showcase/panels/$panelId" params={{ panelId }}>
                {title}
              </Link>
              <span>{t.showcase.panels.edition(edition)}</span>
              <span>{reviewNo}</span>
            </li>
          ))}
        </ul>
      </section>
    </ItemLayout>
  );
}

function VisitFacts({ visit }: { visit: Visit }) {
  const t = useT();
  const words = t.showcase.visits;
  const edit = useVersionedEdit<Visit, Values>({
    item: visit,
    valuesOf: ({ fields, unit, exhibition, shown }) => ({
      fields,
      unitId: unit?.id ?? null,
      exhibitionId: exhibition?.id ?? null,
      panelIds: shown.map(({ panelId }) => panelId),
    }),
    save: (input) => client.visits.edit(input),
    key: api.visits.get.queryKey({ input: { id: visit.id } }),
  });
  const { fields, unit, exhibition, notice } = visit;

  function fact(
    name: 'visitor' | 'visitedOn' | 'people' | 'purpose' | 'host' | 'note',
    maxLength: number,
    read: (typed: string) => string | number = (typed) => typed,
  ) {
    return (
      <Fact name={words.fields[name]}>
        <InlineEdit
          label={words.fields[name]}
          value={String(fields[name])}
          maxLength={maxLength}
          multiline={name === 'note'}
          {...(name === 'visitedOn' ? { shown: <DateText date={fields.visitedOn} /> } : {})}
          onSave={(typed) =>
            edit((values) => ({ ...values, fields: { ...values.fields, [name]: read(typed) } }))
          }
          errorText={(error) => errorSentences(t, error).join(' ')}
        />
      </Fact>
    );
  }

  return (
    <FactsColumn label={words.facts}>
      {fact('visitor', 120)}
      {fact('visitedOn', 40, (typed) => calendarDateTyped(typed) ?? typed)}
      {fact('people', 4, Number)}
      {fact('purpose', 300)}
      {fact('host', 60)}
      <Fact name={words.fields.unit}>
        {unit === null ? <Unfilled>{words.fields.noUnit}</Unfilled> : <ItemLink item={unit} />}
      </Fact>
      <Fact name={words.fields.exhibition}>
        {exhibition === null ? (
          <Unfilled>{words.fields.noExhibition}</Unfilled>
        ) : (
          <ItemLink item={exhibition} />
        )}
      </Fact>
      <Fact name={words.fields.notice}>
        {fields.noticeSigned ? words.signed : words.notSigned}
        {notice !== null && <ShownCitationText citation={notice} />}
      </Fact>
      {fact('note', 1000)}
    </FactsColumn>
  );
}
