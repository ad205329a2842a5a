/**
 * 来宾模式: what a laptop that is handed to a visitor still answers. Readings only; each is answered from a copy that holds
 * nothing above 公开. Whatever is not listed here is refused.
 */
const PRESENTED: ReadonlySet<string> = new Set([
  'vault.settings',
  'vault.lock',
  'vault.endPresentation',
  'changes.watch',
  ...['page', 'facets', 'ids', 'get', 'fileAddress'].map((deed) => `records.${deed}`),
  'search.find',
  ...['people', 'members', 'projects', 'panels', 'exhibitions'].flatMap((noun) => [
    `${noun}.list`,
    `${noun}.get`,
  ]),
  ...['list', 'get'].map((deed) => `outcomes.${deed}`),
]);

/** @param procedure its path in the contract, such as records.get */
export function isPresented(procedure: string): boolean {
  return PRESENTED.has(procedure);
}
