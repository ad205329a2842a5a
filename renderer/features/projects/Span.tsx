import type { ProjectFields } from '#shared/projects/project.ts';

/** From – to, in figures; open where an end is not known. */
export function Span({ fields: { startedOn, endedOn } }: { fields: ProjectFields }) {
  if (startedOn === null && endedOn === null) return null;
  return (
    <span>
      {startedOn !== null && <time dateTime={startedOn}>{startedOn}</time>} –{' '}
      {endedOn !== null && <time dateTime={endedOn}>{endedOn}</time>}
    </span>
  );
}
