import { changeAgreement, insertAgreement, readAgreement } from '#db/agreements/queries.ts';
import { listItems } from '#db/items/nounList.ts';
import { insertItem } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import type { TierFile } from '#db/open.ts';
import { write } from '#db/write.ts';
import type { Agreement } from '#shared/agreements/contract.ts';
import { agreementState } from '#shared/agreements/inForce.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import { todayOf } from './calendarDay.ts';
import type { UnlockedContext } from './context.ts';
import { notFound } from './errors.ts';
import { assertVersion, findItem, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';
import { removeItem } from './removal.ts';
import { headOf } from './shown.ts';

export const agreements = {
  list: unlocked.agreements.list.handler(({ context, input }) =>
    listItems(context.vault.tiers, 'agreement', input.text).map(({ tier, item }) =>
      show(context, tier, item),
    ),
  ),

  get: unlocked.agreements.get.handler(({ context, input }) => showById(context, input.id)),

  create: unlocked.agreements.create.handler(({ context, input }) => {
    const { vault } = context;
    const { level, fields } = input;
    const tier = openTierFor(vault, level);
    const id = newId();
    write(tier, vault.writer, { verb: 'agreement.create' }, (tx) => {
      insertItem(tx, {
        id,
        kind: 'agreement',
        title: fields.title,
        level,
        term: defaultTerm(level),
        levelFrom: fields.signedOn,
        basis: '',
        personalInfo: false,
      });
      insertAgreement(tx, id, fields);
    });
    return showById(context, id);
  }),

  edit: unlocked.agreements.edit.handler(({ context, input }) => {
    const { vault } = context;
    const { tier, item } = findItem(vault, input.id, 'agreement');
    assertVersion(item, input.version);
    write(tier, vault.writer, { verb: 'agreement.edit' }, (tx) =>
      changeAgreement(tx, input.id, input.fields),
    );
    return showById(context, input.id);
  }),

  remove: unlocked.agreements.remove.handler(({ context: { vault }, input }) =>
    removeItem(vault, input, 'agreement'),
  ),
};

function showById(context: UnlockedContext, id: string): Agreement {
  const { tier, item } = findItem(context.vault, id, 'agreement');
  return show(context, tier, item);
}

function show({ app, vault }: UnlockedContext, tier: TierFile, item: ItemRow): Agreement {
  const fields = readAgreement(tier, item.id);
  if (!fields) throw notFound();
  return {
    ...headOf(vault, item),
    fields: { title: item.title, ...fields },
    state: agreementState(fields, todayOf({ app })),
  };
}
