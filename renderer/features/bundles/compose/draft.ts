import { useState } from 'react';
import type { ComposeInput } from '#shared/bundles/contract.ts';
import { takeHandedOver } from '../../../components/bundleHandover.ts';
import { draftOf, dropDraft, keepDraft } from '../../../drafts.ts';

/** What is being composed. Kept in memory, so that leaving the page loses nothing; the passphrase is never part of it. */
export type Draft = {
  ids: string[];
  withLinked: boolean;
  by: 'CARD' | 'PASSPHRASE';
  contactId: string | null;
  name: string;
  unit: string;
  purpose: string;
  expires: string | null;
  print: boolean;
  forward: boolean;
  note: string;
  imageMetadata: 'KEEP' | 'STRIP_LOCATION';
  seriesId: string | null;
  consent: string;
};

const FORM = 'bundles.compose';
const EMPTY: Draft = {
  ids: [],
  withLinked: false,
  by: 'CARD',
  contactId: null,
  name: '',
  unit: '',
  purpose: '',
  expires: null,
  print: true,
  forward: false,
  note: '',
  imageMetadata: 'KEEP',
  seriesId: null,
  consent: '',
};

/** Begins anew from another page, with what is known there. */
export function beginDraft(known: Partial<Draft>): void {
  keepDraft(FORM, { ...EMPTY, ...known });
}

export function forgetDraft(): void {
  dropDraft(FORM);
}

export type ChangeDraft = (changes: Partial<Draft>) => void;

/** The draft as it was left; records handed over by the archive are added to it. */
export function useDraft(): [Draft, ChangeDraft] {
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = draftOf<Draft>(FORM) ?? EMPTY;
    const ids = [...new Set([...kept.ids, ...takeHandedOver()])];
    const begun = { ...kept, ids };
    keepDraft(FORM, begun);
    return begun;
  });
  return [
    draft,
    (changes) =>
      setDraft((before) => {
        const next = { ...before, ...changes };
        keepDraft(FORM, next);
        return next;
      }),
  ];
}

export function hasRecipient({ by, contactId, name, purpose }: Draft): boolean {
  return purpose.trim() !== '' && (by === 'CARD' ? contactId !== null : name.trim() !== '');
}

/** What the check is asked about. */
export function composeInput(draft: Draft): ComposeInput {
  return {
    selection: { ids: draft.ids },
    withLinked: draft.withLinked,
    recipient:
      draft.by === 'CARD'
        ? { by: 'CARD', contactId: draft.contactId ?? '' }
        : { by: 'PASSPHRASE', name: draft.name, unit: draft.unit },
    imageMetadata: draft.imageMetadata,
    consent: draft.consent,
  };
}
