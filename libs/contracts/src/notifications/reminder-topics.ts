import { z } from 'zod';

/** What can be switched off: courses of one's own wish, tasks for others, what waits for a decision. */
export const OptionalTopic = z.enum(['own-wish', 'tasks', 'decisions']);
export type OptionalTopic = z.infer<typeof OptionalTopic>;
/** Besides: what is asked of the person, and word about people they speak for. Both always on. */
export const ReminderTopic = z.enum(['training', 'people', ...OptionalTopic.options]);
export type ReminderTopic = z.infer<typeof ReminderTopic>;

export const ReminderChoices = z
  .object({
    /** Null: nothing is mailed, everything is under Notices. */
    address: z.string().nullable(),
    topics: z.array(z.object({ topic: ReminderTopic, mail: z.boolean(), optional: z.boolean() })),
  })
  .meta({ id: 'ReminderChoices' });
export type ReminderChoices = z.infer<typeof ReminderChoices>;

export const ReminderTopicParams = z.strictObject({ topic: OptionalTopic });
export const ReminderTopicRequest = z.strictObject({ mail: z.boolean() });
export type ReminderTopicRequest = z.infer<typeof ReminderTopicRequest>;

/** From the link in a mail. It can end optional mails of one person, and nothing else. */
export const UnsubscribeQuery = z.strictObject({ token: z.string().min(10).max(200) });
export type UnsubscribeQuery = z.infer<typeof UnsubscribeQuery>;
/** What the link would end and what it has ended. No name and no address: the link may be in other hands. */
export const UnsubscribeInfo = z
  .object({ topics: z.array(z.object({ topic: ReminderTopic, mail: z.boolean(), optional: z.boolean() })) })
  .meta({ id: 'UnsubscribeInfo' });
export type UnsubscribeInfo = z.infer<typeof UnsubscribeInfo>;
