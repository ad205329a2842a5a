import { useNavigate } from '@tanstack/react-router';

export const TABS = ['sent', 'received', 'contacts', 'agreements'] as const;
export type Tab = (typeof TABS)[number];
/** What the exchange page shows; the address names it, and nothing of what is in it. */
export type ExchangeView = Tab | 'new' | 'open';

export function isView(text: string | undefined): text is ExchangeView {
  return text === 'new' || text === 'open' || TABS.some((tab) => tab === text);
}

export function useGoTo(): (view: ExchangeView) => void {
  const navigate = useNavigate();
  return (view) => void navigate({ to: '/exchange/$view', params: { view } });
}
