import type { Problem } from '#shared/errors.ts';

/** Something a door or a screen could not do, with the problems a person can read. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.rule).join(', '));
    this.problems = problems;
  }
}
