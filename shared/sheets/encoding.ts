import { z } from 'zod';

/** Encodings of text tables: what Excel and WPS write in China, and what everybody else does. */
export const TEXT_ENCODINGS = ['UTF-8', 'GB18030', 'UTF-16LE', 'UTF-16BE'] as const;
export const textEncodingSchema = z.enum(TEXT_ENCODINGS);
export type TextEncoding = z.infer<typeof textEncodingSchema>;
