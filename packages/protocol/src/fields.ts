import { z } from 'zod';
import { isStorable, timeZone } from '@huhudao/domain';

/** Any id that is made by the server or a tablet: UUIDv7, or UUIDv4 where order would betray. */
export const id = z.uuid();
/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = z.iso.date().meta({ description: `Calendar date in ${timeZone}` });
/** A wall-clock time in Asia/Shanghai, `HH:MM`. */
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: `Wall-clock time in ${timeZone}` });
/** A stretch of a day; `until` is no longer part of it. */
export const timeWindow = z
  .strictObject({ from: timeOfDay, until: timeOfDay })
  .refine(({ from, until }) => from < until);
/** Hours of any day in which nobody knocks. */
export const quietHours = z.array(timeWindow).max(6);
/** An instant, ISO 8601 with an offset. */
export const instant = z.iso.datetime({ offset: true });
/** A short line somebody typed: trimmed, never empty. */
export const line = z.string().trim().min(1).max(120).refine(isStorable);
/** A longer text somebody typed; may be empty. */
export const text = z.string().trim().max(2000).refine(isStorable);
/** Any other text that is sent, kept as it comes: a search, a password, a sheet’s name. */
export const words = (limit: number) => z.string().max(limit).refine(isStorable);
/** SurveyJS's way of holding one text in several languages: `default` is Chinese. */
export const localised = z.strictObject({ default: words(400), en: words(400).optional() });
/** SHA-256 of canonical content, lower-case hex. */
export const contentHash = z.string().regex(/^[0-9a-f]{64}$/);
/** Answers to a questionnaire or visit form as SurveyJS keeps them: by question name. */
export const answers = z.record(z.string().max(80), z.unknown()).refine(isStorable);

/** One page of a list: rows `offset … offset + limit`, with the size of the whole list. */
export const page = {
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
};

/** A list with the size of the whole, so that a table can show how many there are. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ total: z.number().int(), items: z.array(item) });
}

export type LocalisedText = z.infer<typeof localised>;
export type Answers = z.infer<typeof answers>;
