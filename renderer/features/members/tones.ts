import type { MemberState } from '#shared/members/membership.ts';
import type { QualificationState } from '#shared/members/qualification.ts';
import type { Tone } from '../../components/StatusTag/StatusTag.tsx';

export const MEMBER_TONES: Record<MemberState, Tone> = {
  NONE: 'plain',
  MEMBER: 'good',
  RECTIFYING: 'wait',
  SUSPENDED: 'bad',
  LEFT: 'plain',
};

export const QUALIFICATION_TONES: Record<QualificationState, Tone> = {
  VALID: 'good',
  EXPIRING: 'wait',
  EXPIRED: 'bad',
  REVOKED: 'bad',
  UNVERIFIED: 'plain',
};
