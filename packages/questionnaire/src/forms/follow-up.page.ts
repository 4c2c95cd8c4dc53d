import type { Page } from '../definition/definition.schema.ts';
import { plainChoices, text } from './item.ts';

/** The topics of the domain in a resident's words, in the order of the domain's list. */
export const topicChoices = plainChoices([
  ['rubbish', '垃圾', 'Rubbish'],
  ['parking', '停车', 'Parking'],
  ['lighting', '照明', 'Lighting'],
  ['lift', '电梯', 'Lift'],
  ['noise', '噪音', 'Noise'],
  ['dogs', '养狗', 'Dogs'],
  ['clutter', '堆放杂物', 'Clutter'],
  ['leakage', '漏水', 'Water leakage'],
  ['paving', '路面', 'Paving'],
  ['safety', '安全', 'Safety'],
  ['other', '其他', 'Something else'],
]);

/** The last page of both questionnaires: what should be put right, and whether someone may come back about it. */
export const followUpPage: Page = {
  name: 'followUp',
  elements: [
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
      type: 'comment',
      name: 'otherTopic',
      title: text(['其他，具体是什么？', 'Something else: what is it?']),
      visibleIf: "{topicsToFix} contains 'other'",
      maxLength: 200,
      rows: 2,
    },
    {
      type: 'boolean',
      name: 'wantsContact',
      title: text([
        '需要有人再来联系您，谈谈这些事吗？',
        'Would you like somebody to come back to you about this?',
      ]),
      visibleIf: '{topicsToFix} notempty',
      displayMode: 'radio',
      labelTrue: text(['需要', 'Yes, please']),
      labelFalse: text(['不需要', 'No, thank you']),
      asksContact: true,
    },
  ],
};
