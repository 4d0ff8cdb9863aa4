import { OptionalTopic, ReminderTopic } from '@lms/contracts';

/** Whether one can be without mails about it. */
export const isOptional = (topic: string): boolean => OptionalTopic.safeParse(topic).success;

export const TOPICS = ReminderTopic.options;
export const OPTIONAL_TOPICS = OptionalTopic.options;
