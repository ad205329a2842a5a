import { z } from 'zod';

/** Opaque place in an ordered list; made by the service, given back unchanged to read on. */
export const cursorSchema = z.string().max(4000);
export const pageLimitSchema = z.number().int().min(1).max(500);

export const directionSchema = z.enum(['asc', 'desc']);
export type Direction = z.infer<typeof directionSchema>;
