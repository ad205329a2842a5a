import { useQuery } from '@tanstack/react-query';
import type { Job } from '#shared/jobs/contract.ts';
import { api } from '../../../api.ts';

/** One piece of long work as the tray sees it; undefined before it is there and after it was taken off. */
export function useJob(jobId: string): Job | undefined {
  const jobs = useQuery(api.jobs.watch.experimental_liveOptions());
  return jobs.data?.find(({ id }) => id === jobId);
}
