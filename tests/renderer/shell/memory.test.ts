import { describe, expect, it } from 'vitest';
import { draftOf, dropDraft, forgetDrafts, keepDraft } from '../../../renderer/drafts.ts';
import { forgetViews, keepView, viewOf } from '../../../renderer/views.ts';

describe('drafts', () => {
  it('are there again until they are dropped or the vault is locked', () => {
    keepDraft('a', { name: '沈' });
    keepDraft('b', { name: '高' });
    expect(draftOf('a')).toEqual({ name: '沈' });
    dropDraft('a');
    expect(draftOf('a')).toBeUndefined();
    forgetDrafts();
    expect(draftOf('b')).toBeUndefined();
  });
});

describe('views', () => {
  it('are named by an id that says nothing of them', () => {
    const id = keepView({ text: '核心商密' });
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(viewOf(id)).toEqual({ text: '核心商密' });
    expect(keepView({ text: '核心商密' })).not.toBe(id);
  });

  it('are gone after a lock, and unknown ids find nothing', () => {
    const id = keepView(1);
    forgetViews();
    expect(viewOf(id)).toBeUndefined();
    expect(viewOf(undefined)).toBeUndefined();
  });
});
