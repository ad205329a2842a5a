/** The browser door as its own root runs it, with the words of this command. */
export async function serve({ port, open }: { port: string; open: boolean }): Promise<void> {
  process.argv = [...process.argv.slice(0, 2), '--port', port, ...(open ? [] : ['--no-open'])];
  await import('../serve.ts');
}
