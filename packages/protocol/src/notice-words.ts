/** What a notice of a visit (告知单) says by itself, in both languages: the office prints it, and so does the tablet. */
import type { Locale } from './problem.ts';

export type NoticeWords = {
  title: string;
  hello: string;
  comes: (community: string) => string;
  when: string;
  /** Days in words. */
  between: (first: string, last: string) => string;
  who: string;
  leader: string;
  head: string;
  asked: { questions: string; talk: string };
  free: string;
  contact: string;
  phone: string;
  address: string;
  hours: string;
  askThere: string;
  code: string;
  codeHelp: string;
  printed: (day: string) => string;
};

export const noticeWords: Record<Locale, NoticeWords> = {
  'zh-CN': {
    title: '入户走访告知单',
    hello: '居民朋友，您好！',
    comes: (community) => `${community}的走访小组将上门拜访。`,
    when: '时间',
    between: (first, last) => `${first} 至 ${last} 之间`,
    who: '来访',
    leader: '组长',
    head: '楼道长',
    asked: {
      questions: '会请您回答一份简短的问卷，也听您说说想解决的问题。',
      talk: '会听您说说对小区的看法和想解决的问题。',
    },
    free: '接不接受走访、回答不回答都由您决定；可以匿名回答，也可以随时停下。工作人员不会要证件、收费用，也不推销。',
    contact: '社区联系方式',
    phone: '电话',
    address: '地址',
    hours: '时间',
    askThere: '想另约时间，或有事要说，请到社区来。',
    code: '扫码约时间',
    codeHelp: '那时不方便？扫码自己选一个时间，不用注册。这个码只给这一户用。',
    printed: (day) => `打印于 ${day}`,
  },
  en: {
    title: 'Notice of a visit',
    hello: 'Dear resident,',
    comes: (community) => `Visitors from ${community} will call on you.`,
    when: 'When',
    between: (first, last) => `Between ${first} and ${last}`,
    who: 'Who',
    leader: 'Leader',
    head: 'Building head',
    asked: {
      questions:
        'They will ask you to answer a short questionnaire, and listen to what you would like put right.',
      talk: 'They will listen to what you think of your neighbourhood and would like put right.',
    },
    free: 'Whether you accept the visit, and whether you answer, is up to you; you can answer anonymously and stop at any time. Visitors never ask for papers or money and sell nothing.',
    contact: 'Your community office',
    phone: 'Telephone',
    address: 'Address',
    hours: 'Hours',
    askThere: 'To choose another time, or for anything else, you are welcome to come by.',
    code: 'Choose a time',
    codeHelp:
      'Not a good time? Scan the code and choose one; there is nothing to register. The code is for this household alone.',
    printed: (day) => `Printed on ${day}`,
  },
};
