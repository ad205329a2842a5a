import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { ended, folderOf, importFolder, PLAN, recordsOf } from './importsSupport.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault();
});
afterEach(() => app.close());

describe('an import under way', () => {
  it('is shown in the tray, tells the screens a few times a second, and can be cancelled there', async () => {
    const folder = folderOf(
      Object.fromEntries([...Array(600).keys()].map((n) => [`${n}.txt`, `Nummer ${n}`])),
    );
    const stop = new AbortController();
    let events = 0;
    const watching = (async () => {
      for await (const change of app.app.changes.watch(stop.signal)) if (change.nouns.length > 0) events += 1;
    })().catch(() => undefined);
    const startedAt = performance.now();
    const begun = await app.client.imports.begin({ plan: PLAN, places: [app.place(folder)] });
    while ((await app.client.imports.get({ id: begun.id })).counts.DONE < 50)
      await new Promise((resolve) => setTimeout(resolve, 2));
    const [job] = app.app.jobs.list();
    expect(job).toMatchObject({
      id: begun.id,
      kind: 'import',
      title: '材料',
      state: 'RUNNING',
      unit: 'bytes',
    });
    await app.client.jobs.cancel({ id: begun.id });
    const after = await ended(app, begun.id);
    const seconds = (performance.now() - startedAt) / 1000;
    stop.abort();
    await watching;
    expect(after.state).toBe('CANCELLED');
    expect(after.counts.DONE + after.counts.WAITING).toBe(600);
    expect(after.counts.WAITING).toBeGreaterThan(0);
    expect(events).toBeLessThanOrEqual(seconds * 3 + 3);
    expect(app.app.jobs.list()[0]).toMatchObject({ state: 'CANCELLED' });
    expect(await recordCount()).toBe(after.counts.DONE);
    await app.client.imports.resume({ id: begun.id });
    expect((await ended(app, begun.id)).counts).toMatchObject({ DONE: 600 });
    expect(await recordCount()).toBe(600);
  });

  it('is only its own user’s', async () => {
    const done = await importFolder(app, folderOf({ 'a.txt': 'a' }));
    app.app.vault?.register.sqlite
      .prepare('update import set actor_id = ?')
      .run('018f0000-0000-7000-8000-000000000000');
    expect(await app.client.imports.list()).toEqual([]);
    await expect(app.client.imports.get({ id: done.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an import taken back', () => {
  it('removes what nobody has changed since and keeps the rest', async () => {
    const done = await importFolder(
      app,
      folderOf(Object.fromEntries([...Array(30).keys()].map((n) => [`${n}.txt`, `${n}`]))),
    );
    const rows = await recordsOf(app);
    const [edited] = rows;
    await app.client.records.edit({
      id: edited?.id ?? '',
      version: edited?.version ?? 0,
      changes: { title: '改过' },
    });
    expect(await app.client.imports.undo({ id: done.id })).toEqual({ removed: 29, kept: 1 });
    expect((await recordsOf(app)).map(({ title }) => title)).toEqual(['改过']);
    expect((await app.client.imports.get({ id: done.id })).counts).toMatchObject({ DONE: 1, SKIPPED: 29 });
    expect(await app.client.imports.undo({ id: done.id })).toEqual({ removed: 0, kept: 1 });
    const again = await importFolder(app, folderOf({ '5.txt': '5' }));
    expect(again.counts).toMatchObject({ DONE: 1 });
  });
});

function recordCount(): Promise<number> {
  return app.client.records.facets({ query: {} }).then(({ total }) => total);
}
