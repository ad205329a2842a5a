import { useNavigate } from '@tanstack/react-router';
import { client } from '../api.ts';
import { useProblems } from '../components/problems.ts';
import { forgetReadings, takeStatus } from '../session.ts';

/** Begins 来宾模式. It asks nothing: the visitor stands beside. */
export function usePresent(): () => Promise<void> {
  const navigate = useNavigate();
  const report = useProblems();
  return async () => {
    try {
      takeStatus(await client.vault.present());
      forgetReadings();
      await navigate({ to: '/archive' });
    } catch (error) {
      report(error);
    }
  };
}
