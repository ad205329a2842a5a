import { readVersions } from '#db/meetings/queries.ts';
import { readSettings } from '#db/vault/queries.ts';
import { type MinutesFrame, minutesDocument, minutesTitle } from '#shared/meetings/minutesDocument.ts';
import { minutesContentSchema } from '#shared/meetings/signing.ts';
import { offerDocument } from '../documents/offerDocument.ts';
import type { OpenVault } from '../vault/session.ts';
import { notFound } from './errors.ts';
import { findMeeting, minutesContentOf } from './meetingView.ts';
import { unlocked } from './procedure.ts';
import { headOf } from './shown.ts';

export const meetingPapers = {
  document: unlocked.meetings.document.handler(({ context: { vault }, input }) => {
    const { tier, item, stored } = findMeeting(vault, input.id);
    const frame = { body: bodyOf(vault), mark: headOf(vault, item).mark, parts: input.parts };
    if (input.number === null) {
      const content = minutesContentOf(vault, item, stored);
      const paper = minutesDocument(content, { ...frame, signed: null });
      return offerDocument(vault, paper, input.format, minutesTitle(content));
    }
    const version = readVersions(tier, input.id).find(({ number }) => number === input.number);
    if (!version) throw notFound();
    const content = minutesContentSchema.parse(JSON.parse(version.content));
    const { number, signer, issuedOn, reason } = version;
    const signed: MinutesFrame['signed'] = { number, signer, issuedOn, reason };
    return offerDocument(
      vault,
      minutesDocument(content, { ...frame, signed }),
      input.format,
      minutesTitle(content),
    );
  }),
};

/** The joint body as its papers name it. */
export function bodyOf(vault: OpenVault): string {
  return readSettings(vault.register).shortName;
}
