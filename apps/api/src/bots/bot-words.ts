/** What a bot says. A group chat is read by anybody in it: the name of a round, days, a link, and nothing else. */
import type { BotEvent } from '@huhudao/domain';
import type { Locale, NoticeView } from '@huhudao/protocol';

type Said = { round: string } & NoticeView['facts'];
type Sentences = Record<BotEvent, (said: Said) => string> & { test: () => string };

const sentences: Record<Locale, Sentences> = {
  'zh-CN': {
    test: () => '户户到：这个群已连接，之后会收到轮次的通知。',
    roundOpened: ({ round, deadline }) => `户户到：“${round}”已开启，${deadline} 截止。`,
    roundClosed: ({ round }) => `户户到：“${round}”已结束。`,
    deadlineExtended: ({ round, from, to }) => `户户到：“${round}”的截止日期从 ${from} 延到 ${to}。`,
    extensionTakenBack: ({ round, to }) => `户户到：“${round}”的延期已撤回，截止日期改回 ${to}。`,
  },
  en: {
    test: () => 'Huhudao: this group is connected and will be told of rounds.',
    roundOpened: ({ round, deadline }) => `Huhudao: “${round}” is open, until ${deadline}.`,
    roundClosed: ({ round }) => `Huhudao: “${round}” is closed.`,
    deadlineExtended: ({ round, from, to }) =>
      `Huhudao: the deadline of “${round}” was put off from ${from} to ${to}.`,
    extensionTakenBack: ({ round, to }) => `Huhudao: the deadline of “${round}” is ${to} again.`,
  },
};

export type BotMessage = {
  event: BotEvent | 'test';
  locale: Locale;
  roundId: string | null;
  roundName: string | null;
  facts: NoticeView['facts'];
};

/** The text of a message; the link only where the server has an address of its own. */
export function botText(
  { event, locale, roundId, roundName, facts }: BotMessage,
  origin: string | undefined,
): string {
  const sentence = sentences[locale][event]({ ...facts, round: roundName ?? '' });
  return origin === undefined || roundId === null ? sentence : `${sentence}\n${origin}/rounds/${roundId}`;
}
