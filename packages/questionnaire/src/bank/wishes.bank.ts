import { topicChoices } from '../forms/follow-up.page.ts';
import { text } from '../forms/item.ts';
import { bankItem } from './bank-item.ts';

/** What should be put right, and whether somebody may come back about it. Nobody has to answer these. */
export const wishItems = [
  bankItem(
    {
      type: 'checkbox',
      name: 'topicsToFix',
      title: text(['您觉得最应该先解决什么？', 'What should be put right first?']),
      description: text(['最多选三项，没有可以不选。', 'Up to three; leave it empty if there is nothing.']),
      choices: topicChoices,
      maxSelectedChoices: 3,
      shareTopics: true,
      colCount: 2,
    },
    {
      label: ['最应该先解决的事', 'What to put right first'],
      initials: 'zygxjjds',
      subject: 'wishes',
      seen: ['多选：垃圾、停车、照明等，加其他', 'several of: rubbish, parking, lighting …, other'],
      why: [
        '选项就是关键小事的类别，居民同意的可以直接转告；限三项，才看得出先后。',
        'The choices are the topics of issues, so that what a resident agrees to can be passed on; three at most, to see what comes first.',
      ],
    },
  ),
  bankItem(
    {
      type: 'comment',
      name: 'inOwnWords',
      title: text([
        '还有什么想让我们知道的？没有可以不写。',
        'Is there anything else we should know? Leave it empty if there is nothing.',
      ]),
      maxLength: 200,
      rows: 2,
    },
    {
      label: ['想说的话', 'In one’s own words'],
      initials: 'xsdh',
      subject: 'wishes',
      seen: ['填空', 'text'],
      why: ['不点名问哪方面，居民想到什么说什么。', 'Names no subject: residents say what they think of.'],
    },
  ),
  bankItem(
    {
      type: 'boolean',
      name: 'wantsContact',
      title: text([
        '需要有人再来联系您，谈谈您反映的事吗？',
        'Would you like somebody to come back to you about what you told us?',
      ]),
      displayMode: 'radio',
      labelTrue: text(['需要', 'Yes, please']),
      labelFalse: text(['不需要', 'No, thank you']),
      asksContact: true,
    },
    {
      label: ['需要再联系', 'Wants to be contacted'],
      initials: 'xyzlx',
      subject: 'wishes',
      seen: ['需要／不需要', 'yes / no'],
      why: [
        '愿不愿意再联系由居民自己定，不答就是不联系。',
        'Whether anybody comes back is the resident’s own choice; no answer means no.',
      ],
    },
  ),
];
