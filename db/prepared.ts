import type Database from 'better-sqlite3';
import type { Orm, TierFile } from './open.ts';

type Statement = Database.Statement<unknown[], unknown>;

const statements = new WeakMap<TierFile, Map<string, Statement>>();

/** The same text prepared once per tier. */
export function prepared(tier: TierFile, sql: string): Statement {
  let known = statements.get(tier);
  if (!known) {
    known = new Map();
    statements.set(tier, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    statement = tier.sqlite.prepare<unknown[], unknown>(sql);
    known.set(sql, statement);
  }
  return statement;
}

/**
 * A typed query prepared once per tier; its values come through `sql.placeholder`. For the reads that every page makes:
 * building a typed query takes longer than running it.
 */
export function preparedQuery<Query>(build: (orm: Orm) => Query): (tier: TierFile) => Query {
  const queries = new WeakMap<TierFile, Query>();
  return (tier) => {
    let query = queries.get(tier);
    if (query === undefined) {
      query = build(tier.orm);
      queries.set(tier, query);
    }
    return query;
  };
}
