import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { api, client } from '../../../api.ts';
import { DateText } from '../../../components/DateText/DateText.tsx';
import { Fact, FactsColumn } from '../../../components/FactsColumn/FactsColumn.tsx';
import { InlineEdit } from '../../../components/InlineEdit/InlineEdit.tsx';
import { ItemLayout } from '../../../components/ItemLayout/ItemLayout.tsx';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { errorSentences } from '../../../components/problems.ts';
import { SaveDocument } from '../../../components/SaveDocument/SaveDocument.tsx';
import { useVersionedEdit } from '../../../components/versionedEdit.ts';
import { useT } from '../../../translations.ts';
import rows from '../Rows.module.css';
import { Section } from '../Section.tsx';
import { ConcludeSheet } from './ConcludeSheet.tsx';
import { ExpertsTable } from './ExpertsTable.tsx';
import { PanelResults } from './PanelResults.tsx';

/** A panel on the maturity of one outcome: who sits on it, whose sheets are in, what came out. */
export function PanelPage() {
  const t = useT();
  const { panelId = '' } = useParams({ strict: false });
  const found = useQuery(api.maturity.get.queryOptions({ input: { id: panelId } }));
  const [isConcluding, setIsConcluding] = useState(false);
  const panel = found.data;
  if (panel === undefined) return <ErrorProblems error={found.error} />;
  const isConcluded = standingResult(panel) !== null;
  return (
    <ItemLayout
      item={panel}
      list={{ to: '/outcomes', name: t.outcomes.title }}
      below={panel.outcome !== null && <ItemLink item={panel.outcome} />}
      actions={
        isConcluded ? (
          <SaveDocument
            label={t.maturity.documents.report}
            offer={(format) => client.maturity.report({ id: panel.id, format })}
          />
        ) : (
          <>
            <SaveDocument
              label={t.maturity.documents.blankSheet}
              offer={(format) => client.maturity.blankSheet({ id: panel.id, expertId: null, format })}
            />
            {panel.everyTierOpen && (
              <Button disabled={panel.missing.length > 0} onClick={() => setIsConcluding(true)}>
                {t.maturity.conclude.open}
              </Button>
            )}
          </>
        )
      }
      facts={<PanelFacts panel={panel} />}
    >
      <PanelResults panel={panel} />
      {!isConcluded && !panel.everyTierOpen && <p>{t.maturity.conclude.notEvery}</p>}
      <ExpertsTable panel={panel} />
      {panel.missing.length > 0 && (
        <Section title={t.maturity.conclude.missing}>
          <ul className={rows.waiting}>
            {panel.missing.map((problem) => (
              <li key={JSON.stringify(problem)}>{problemText(t, problem)}</li>
            ))}
          </ul>
        </Section>
      )}
      {isConcluding && <ConcludeSheet panel={panel} onClose={() => setIsConcluding(false)} />}
    </ItemLayout>
  );
}

function PanelFacts({ panel }: { panel: Panel }) {
  const t = useT();
  const words = t.maturity.fields;
  const edit = useVersionedEdit<Panel, Pick<Panel, 'fields'>>({
    item: panel,
    valuesOf: ({ fields }) => ({ fields }),
    save: (input) => client.maturity.edit(input),
    key: api.maturity.get.queryKey({ input: { id: panel.id } }),
  });
  const text = (name: 'chair' | 'advancement' | 'marketProspect' | 'benefit', maxLength: number) => (
    <Fact name={words[name]}>
      <InlineEdit
        label={words[name]}
        value={panel.fields[name]}
        maxLength={maxLength}
        multiline={name !== 'chair'}
        onSave={(typed) => edit(({ fields }) => ({ fields: { ...fields, [name]: typed } }))}
        errorText={(error) => errorSentences(t, error).join(' ')}
      />
    </Fact>
  );
  return (
    <FactsColumn label={t.maturity.facts}>
      <Fact name={words.outcome}>{panel.outcome === null ? '—' : <ItemLink item={panel.outcome} />}</Fact>
      <Fact name={words.convenedOn}>
        <DateText date={panel.fields.convenedOn} />
      </Fact>
      {text('chair', 60)}
      {text('advancement', 2000)}
      {text('marketProspect', 2000)}
      {text('benefit', 2000)}
    </FactsColumn>
  );
}
