import type { Id } from '#shared/ids.ts';
import type { TierFile } from '../open.ts';
import { prepared } from '../prepared.ts';
import { inOrder, type OpenTiers } from '../tiers.ts';
import { type Writer, type WriteTx, write } from '../write.ts';
import { readItem } from './queries.ts';

type LinkRow = { from_id: Id; role: string; to_id: Id; to_kind: string; position: number };

/** A link and the tier it must lie in: that of its more confidential end. */
type Placed = { link: LinkRow; in: TierFile; belongsIn: TierFile };

/** Links rewritten in one transaction: each costs a revision of the item they start from. */
const SLICE = 32;

/** The own links of an item arriving in `into` that belong there; those to items of a higher tier belong above. */
export function insertOwnLinks(tx: WriteTx, tiers: OpenTiers, id: Id): void {
  for (const { link, belongsIn } of linksOf(tiers, id, tx.tier))
    if (link.from_id === id && belongsIn === tx.tier) insertLink(tx, link);
}

/**
 * Brings every link of an item that has arrived in `into` to the tier of its more confidential end, whichever open tier it lies
 * in: nothing below names what lies above. The items the links start from get a new revision, so that what is stored of them
 * stays what their journal says, and no undo of an earlier edit writes the link back. The arrived item's own state is its
 * arrival's to write. May be repeated from where a crash left it.
 */
export function* followLinks(tiers: OpenTiers, id: Id, into: TierFile, writer: Writer): Generator<void> {
  const astray = linksOf(tiers, id, into).filter((placed) => placed.in !== placed.belongsIn);
  for (let first = 0; first < astray.length; first += SLICE) {
    const slice = astray.slice(first, first + SLICE);
    // Into the higher tier first: a crash between the two leaves a link twice, never lost.
    for (const tier of inOrder(tiers)) {
      const coming = slice.filter(({ belongsIn }) => belongsIn === tier);
      if (coming.length > 0)
        write(tier, writer, ENTRY, (tx) => {
          for (const { link } of coming) {
            insertLink(tx, link);
            touchStart(tx, link, id);
          }
        });
    }
    for (const tier of inOrder(tiers)) {
      const going = slice.filter((placed) => placed.in === tier);
      if (going.length > 0)
        write(tier, writer, ENTRY, (tx) => {
          for (const { link } of going) {
            prepared(tier, 'delete from link where from_id = ? and role = ? and to_id = ?').run(
              link.from_id,
              link.role,
              link.to_id,
            );
            touchStart(tx, link, id);
          }
        });
    }
    yield;
  }
}

const ENTRY = { verb: 'level.links' };

function linksOf(tiers: OpenTiers, id: Id, into: TierFile): Placed[] {
  const order = inOrder(tiers);
  return order.flatMap((tier) => {
    const links = prepared(tier, 'select * from link where from_id = @id or to_id = @id').all({
      id,
    }) as LinkRow[];
    return links.map((link) => {
      const other = link.from_id === id ? link.to_id : link.from_id;
      // An end that is nowhere open lies above what is open here, or nowhere: its link is not brought down.
      const home = order.findLast((each) => readItem(each, other) !== null) ?? tier;
      const belongsIn = order.indexOf(home) > order.indexOf(into) ? home : into;
      return { link, in: tier, belongsIn };
    });
  });
}

function insertLink(tx: WriteTx, link: LinkRow): void {
  prepared(
    tx.tier,
    'insert or ignore into link (from_id, role, to_id, to_kind, position) values (?, ?, ?, ?, ?)',
  ).run(link.from_id, link.role, link.to_id, link.to_kind, link.position);
}

function touchStart(tx: WriteTx, { from_id: start }: LinkRow, arrived: Id): void {
  if (start !== arrived && readItem(tx.tier, start) !== null) tx.touch(start);
}
