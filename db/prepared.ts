import type Database from 'better-sqlite3';
import type { TierFile } from './open.ts';

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
