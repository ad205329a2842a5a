import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Citation } from '#shared/records/citation.ts';
import type { ShownCitation } from '#shared/records/citationsContract.ts';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import classes from './CitationField.module.css';

/** One citation as it stands today: the file, its record to open, and what became of it since. */
export function CitationText({ citation }: { citation: Citation }) {
  const shown = useQuery(api.citations.resolve.queryOptions({ input: { citations: [citation] } }));
  const found = shown.data?.[0];
  if (found === undefined) return <ErrorProblems error={shown.error} />;
  return <ShownCitationText citation={found} />;
}

/** The same for one that was resolved already, such as one of a list. */
export function ShownCitationText({ citation }: { citation: ShownCitation }) {
  const t = useT();
  const words = t.citations;
  const { recordId, recordTitle, refCode, fileName, state, sha256 } = citation;
  return (
    <span className={classes.citation}>
      {recordTitle !== null && (
        <Link to="/records/$recordId" params={{ recordId }} className={classes.record}>
          {fileName ?? recordTitle}
        </Link>
      )}
      {fileName !== null && <span className={classes.of}>{refCode ?? recordTitle}</span>}
      {(state !== 'PRESENT' || recordTitle === null) && (
        <Tooltip label={`${words.explain[state]} ${words.hash(sha256.slice(0, 12))}`}>
          <span className={classes.state} data-state={state}>
            {words.states[state]}
          </span>
        </Tooltip>
      )}
    </span>
  );
}
