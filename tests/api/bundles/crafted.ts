import { join } from 'node:path';
import { readContact } from '#db/bundles/contacts.ts';
import { find } from '#db/tiers.ts';
import type { Going } from '#electron/bundles/composeDryRun.ts';
import { bytesToSend, filesToSend } from '#electron/bundles/composeFiles.ts';
import { writtenItems } from '#electron/bundles/composeItems.ts';
import { cardOf, ownCard, signingKeyOf } from '#electron/bundles/contacts.ts';
import { writeBundle } from '#electron/bundles/writeBundle.ts';
import type { BundlePlan, PlannedItem } from '#shared/bundles/bundlePlan.ts';
import { isBundleKind } from '#shared/bundles/policy.ts';
import type { SigningKey } from '#shared/bundles/sshKey.ts';
import { highestLevel, type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import { newId } from '#shared/ids.ts';
import type { TestApp } from '../../support/openTestApp.ts';

export type Craft = {
  /** The contact it is sealed to. */
  to: string;
  sealTier?: Tier;
  signTier?: Tier;
  signWith?: SigningKey;
  change?: (item: PlannedItem) => PlannedItem;
  bundle?: Partial<BundlePlan['bundle']>;
  /** Another age recipient than the contact's. */
  recipient?: string;
};

/** A bundle past the policy at the door, as another program or an attacker would make it. */
export async function craftBundle(app: TestApp, ids: string[], craft: Craft): Promise<string> {
  const vault = app.app.vault;
  const row = vault && readContact(vault.register, craft.to);
  const card = row && cardOf(row.card);
  if (!vault || !card) throw new Error('nobody to send to');
  const goes: Going[] = [];
  for (const id of ids) {
    const found = find(vault.tiers, id);
    if (!found || !isBundleKind(found.item.kind)) throw new Error(`${id} is not there`);
    const { going } = await filesToSend(vault, found.tier, id, 'KEEP');
    goes.push({ ...found, kind: found.item.kind, draft: true, files: going, staying: [], remarks: [] });
  }
  const written = writtenItems(vault, goes);
  const items = written.map(({ item }) => (craft.change ? craft.change(item) : item));
  const level = highestLevel(items.map((item) => item.level.code));
  const own = ownCard(vault);
  const id = newId();
  const recipient = craft.recipient ?? card.pairs[craft.sealTier ?? tierOf(level)].recipient;
  const plan: BundlePlan = {
    bundle: {
      id,
      createdAt: new Date().toISOString(),
      vault: { id: vault.file.id, incarnation: vault.file.incarnation },
      series: { id: newId(), sequence: 1, previous: null },
      supersedes: [],
      recalls: [],
      sender: {
        unit: own?.unit ?? '',
        recipient: null,
        card: own && { text: own.text, fingerprint: own.fingerprint },
      },
      recipient: { name: card.unit, by: 'CARD', key: recipient, cardFingerprint: card.fingerprint, copy: 1 },
      purpose: '',
      level: { code: level, term: level === 'PUBLIC' ? null : 'P3Y', mark: '', causes: [] },
      terms: { view: true, print: true, forward: true, note: '' },
      expires: null,
      imageMetadata: 'KEEP',
      journalHead: null,
      ...craft.bundle,
    },
    items,
    journal: written.flatMap(({ journal }) => journal),
  };
  const files = new Map(goes.flatMap((going) => going.files.map((file) => [file.planned.id, file])));
  const path = join(app.folder, `${id}.mengbu`);
  await writeBundle(
    plan,
    (file) => {
      const going = files.get(file.id);
      if (!going) throw new Error(`${file.id} was not planned`);
      return bytesToSend(vault, going);
    },
    {
      path,
      key: craft.signWith ?? signingKeyOf(vault, craft.signTier ?? tierOf(level)),
      to: { recipients: [recipient] },
    },
  );
  return path;
}
