import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ruleset, RuleVersion } from '#shared/body/contract.ts';
import { localDateOf } from '#shared/dates.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { api, client } from '../../../api.ts';
import { CitationText } from '../../../components/CitationField/CitationText.tsx';
import { ItemLayout } from '../../../components/ItemLayout/ItemLayout.tsx';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../../components/problems.ts';
import { RemoveItem } from '../../../components/RemoveItem/RemoveItem.tsx';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { ReadingSheet } from './ReadingSheet.tsx';
import classes from './Rules.module.css';
import { RulesetFacts } from './RulesetFacts.tsx';
import { VersionSheet } from './VersionSheet.tsx';

/** One charter or rule: the text of a version, and who has read it. */
export function RulesetPage() {
  const { rulesetId = '' } = useParams({ strict: false });
  const ruleset = useQuery(api.rulesets.get.queryOptions({ input: { id: rulesetId } }));
  if (ruleset.data === undefined) return <ErrorProblems error={ruleset.error} />;
  return <Opened ruleset={ruleset.data} />;
}

function Opened({ ruleset }: { ruleset: Ruleset }) {
  const t = useT();
  const words = t.body.rules;
  const inForce = ruleset.versions.find((version) => version.inForce);
  const [shownId, setShownId] = useState<string | null>(null);
  const [sheet, setSheet] = useState<'add' | 'correct' | 'reading' | null>(null);
  const shown = ruleset.versions.find(({ id }) => id === shownId) ?? inForce ?? ruleset.versions[0];
  return (
    <ItemLayout
      item={ruleset}
      list={{ to: '/body', name: t.body.title }}
      actions={
        <>
          <Button variant="default" onClick={() => setSheet('add')}>
            {words.addVersion}
          </Button>
          <RemoveItem
            item={ruleset}
            label={words.remove}
            help={words.removeHelp}
            remove={(input) => client.rulesets.remove(input)}
            to="/body"
          />
        </>
      }
      facts={<RulesetFacts ruleset={ruleset} />}
    >
      {shown !== undefined && (
        <>
          <section aria-label={words.fields.text}>
            <div className={classes.head}>
              <Select
                aria-label={words.versions}
                size="xs"
                w={260}
                data={ruleset.versions.map((version) => ({
                  value: version.id,
                  label: versionName(t, version),
                }))}
                value={shown.id}
                allowDeselect={false}
                onChange={setShownId}
              />
              <span className={classes.quiet}>
                {shown.adoptedOn} {shown.adoptedBy}
              </span>
              <span className={classes.title} />
              {shown.readings.length === 0 && (
                <Button size="xs" variant="subtle" onClick={() => setSheet('correct')}>
                  {words.correct}
                </Button>
              )}
            </div>
            {shown.paper !== null && (
              <p className={classes.quiet}>
                {words.fields.paper}
                {t.formats.colon}
                <CitationText citation={shown.paper} />
              </p>
            )}
            <p className={classes.text}>{shown.text}</p>
          </section>
          <Readings ruleset={ruleset} version={shown} onRecord={() => setSheet('reading')} />
        </>
      )}
      {sheet === 'add' && <VersionSheet ruleset={ruleset} version={null} onClose={() => setSheet(null)} />}
      {sheet === 'correct' && shown !== undefined && (
        <VersionSheet ruleset={ruleset} version={shown} onClose={() => setSheet(null)} />
      )}
      {sheet === 'reading' && shown !== undefined && (
        <ReadingSheet ruleset={ruleset} version={shown} onClose={() => setSheet(null)} />
      )}
    </ItemLayout>
  );
}

/** Number and standing: in force, not yet, former. */
function versionName(t: Catalogue, { number, effectiveOn, inForce }: RuleVersion): string {
  const words = t.body.rules;
  const standing = effectiveOn > localDateOf(new Date()) ? words.notYet : words.former;
  return `${number}${t.formats.separator}${inForce ? words.inForce : standing}`;
}

function Readings({
  ruleset,
  version,
  onRecord,
}: {
  ruleset: Ruleset;
  version: RuleVersion;
  onRecord: () => void;
}) {
  const t = useT();
  const words = t.body.rules;
  const report = useProblems();
  const read = useMutation(
    api.rulesets.recordReading.mutationOptions({
      onSuccess: () => notifyDone(words.recorded),
      onError: report,
    }),
  );
  return (
    <section aria-label={words.readings}>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.readings}</h2>
        {version.inForce && ruleset.readByMe === true && (
          <span className={classes.quiet}>{words.readByMe}</span>
        )}
        {version.inForce && ruleset.readByMe === false && (
          <Button
            size="xs"
            loading={read.isPending}
            onClick={() =>
              read.mutate({
                id: ruleset.id,
                version: ruleset.version,
                reading: { versionId: version.id, readOn: null, personIds: [] },
              })
            }
          >
            {words.readMyself}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={onRecord}>
          {words.recordReading}
        </Button>
      </div>
      {version.inForce && ruleset.unread.length > 0 && (
        <div className={classes.unread}>
          <strong>{words.unreadTitle(ruleset.unread.length)}</strong>
          {ruleset.unread.map((person) => (
            <ItemLink key={person.id} item={person} />
          ))}
        </div>
      )}
      {version.readings.length === 0 ? (
        <p className={classes.quiet}>{words.noReadings}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.fields.reader}</th>
              <th scope="col">{words.fields.readOn}</th>
              <th scope="col">{words.fields.recordedBy}</th>
            </tr>
          </thead>
          <tbody>
            {version.readings.map((reading) => (
              <tr key={reading.id}>
                <td>{reading.person === null ? reading.reader : <ItemLink item={reading.person} />}</td>
                <td>{reading.readOn}</td>
                <td>{reading.recordedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
