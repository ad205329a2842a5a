import {
  containsHead,
  headOf as headOfJournal,
  type JournalListRow,
  journalBefore,
} from '#db/journal/queries.ts';
import { verifyJournal } from '#db/journal/verify.ts';
import type { TierFile } from '#db/open.ts';
import { inOrder } from '#db/tiers.ts';
import { readUser } from '#db/vault/queries.ts';
import type { JournalEntry } from '#shared/journal/contract.ts';
import type { OpenVault } from '../vault/session.ts';
import { invalid } from './errors.ts';
import { unlocked } from './procedure.ts';

export const journal = {
  page: unlocked.journal.page.handler(({ context: { vault }, input }) => {
    const places = placesOf(input.after);
    const candidates = inOrder(vault.tiers).flatMap((tier) =>
      journalBefore(tier, places[tier.tier] ?? null, input.limit, input.itemId ?? null).map((row) => ({
        tier,
        row,
      })),
    );
    const taken = candidates
      .sort((a, b) => b.row.at - a.row.at || b.row.seq - a.row.seq)
      .slice(0, input.limit);
    for (const { tier, row } of taken) places[tier.tier] = row.seq;
    return {
      entries: taken.map(({ tier, row }) => showEntry(vault, tier, row)),
      after: taken.length === input.limit ? JSON.stringify(places) : null,
    };
  }),

  heads: unlocked.journal.heads.handler(({ context: { vault } }) =>
    inOrder(vault.tiers).flatMap((tier) => {
      const head = headOfJournal(tier);
      const known = vault.secret.tiers[tier.tier];
      const remembered = known
        ? { seq: known.seq, tierHash: known.tierHash, found: containsHead(tier, known.seq, known.tierHash) }
        : null;
      return head ? { tier: tier.tier, ...head, remembered } : [];
    }),
  ),

  verify: unlocked.journal.verify.handler(async ({ context: { vault } }) => {
    const results = [];
    for (const tier of inOrder(vault.tiers)) {
      const verifying = verifyJournal(tier);
      let step = verifying.next();
      while (!step.done) {
        await new Promise(setImmediate);
        step = verifying.next();
      }
      results.push({ tier: tier.tier, ...step.value, ok: step.value.broken === null });
    }
    return results;
  }),
};

function showEntry(vault: OpenVault, tier: TierFile, row: JournalListRow): JournalEntry {
  const seen = row.itemId !== null && row.kind !== null && row.title !== null && row.state !== 'MOVING';
  return {
    tier: tier.tier,
    seq: row.seq,
    at: row.at,
    verb: row.verb,
    actor: row.actorId ? (readUser(vault.register, row.actorId)?.name ?? '') : '',
    item: seen && row.itemId && row.kind ? { id: row.itemId, kind: row.kind, title: row.title ?? '' } : null,
    reason: row.reason,
    tierHash: row.tierHash.toString('hex'),
  };
}

/** Where the last page ended in each tier. */
function placesOf(after: string | null): Record<string, number> {
  if (after === null) return {};
  try {
    const places: unknown = JSON.parse(after);
    if (places !== null && typeof places === 'object') {
      return Object.fromEntries(Object.entries(places).filter(([, seq]) => Number.isInteger(seq)));
    }
  } catch {
    // Falls through to the refusal below.
  }
  throw invalid({ rule: 'CURSOR_UNKNOWN', field: 'after' });
}
