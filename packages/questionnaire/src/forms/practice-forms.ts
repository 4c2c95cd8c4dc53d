import type { Definition } from '../definition/definition.schema.ts';
import { plainChoices, text } from './item.ts';
import { leftSlip } from './left-slip.ts';

/** Some of the domain's. */
const fewTopics = plainChoices([
  ['rubbish', '垃圾', 'Rubbish'],
  ['lighting', '照明', 'Lighting'],
  ['lift', '电梯', 'Lift'],
  ['other', '其他', 'Something else'],
]);

/**
 * The forms of practice: every kind of question there is at a door, about nothing that is asked in earnest. No name and no
 * code of the real forms is among them: they come with the app, and nothing of a real answer may be found on a tablet.
 */
export const practiceQuestionnaire: Definition = {
  title: text(['练习问卷', 'Questionnaire for practice']),
  description: text([
    '只供练习：怎么答都行，答案不会送出。',
    'For practice only: answer as you like, no answer is sent.',
  ]),
  showProgressBar: true,
  clearInvisibleValues: 'onHiddenContainer',
  pages: [
    {
      name: 'practiceFirst',
      elements: [
        {
          type: 'radiogroup',
          name: 'practiceFound',
          title: text(['您平时去社区活动室吗？', 'Do you go to the community room?']),
          isRequired: true,
          choices: plainChoices([
            ['never', '从不去', 'Never'],
            ['sometimes', '有时去', 'Sometimes'],
            ['often', '经常去', 'Often'],
            ['cannotSay', '说不清', 'Cannot say'],
          ]),
        },
        {
          type: 'radiogroup',
          name: 'practicePleased',
          title: text(['您喜欢活动室的布置吗？', 'Do you like how the room is furnished?']),
          isRequired: true,
          choices: plainChoices([
            ['notAtAll', '不喜欢', 'No'],
            ['fairly', '一般', 'More or less'],
            ['much', '喜欢', 'Yes'],
            ['cannotSay', '说不清', 'Cannot say'],
          ]),
        },
      ],
    },
    {
      name: 'practiceSecond',
      elements: [
        {
          type: 'checkbox',
          name: 'practiceTopics',
          title: text(['您觉得最应该先解决什么？', 'What should be put right first?']),
          description: text(['没有可以不选。', 'Leave it empty if there is nothing.']),
          choices: fewTopics,
          shareTopics: true,
          colCount: 2,
        },
        {
          type: 'comment',
          name: 'practiceWords',
          title: text(['其他，具体是什么？', 'Something else: what is it?']),
          visibleIf: "{practiceTopics} contains 'other'",
          maxLength: 200,
          rows: 2,
        },
        {
          type: 'boolean',
          name: 'practiceContact',
          title: text([
            '需要有人再来联系您，谈谈这些事吗？',
            'Would you like somebody to come back to you about this?',
          ]),
          visibleIf: '{practiceTopics} notempty',
          displayMode: 'radio',
          labelTrue: text(['需要', 'Yes, please']),
          labelFalse: text(['不需要', 'No, thank you']),
          asksContact: true,
        },
      ],
    },
  ],
};

/** 走访记录表 of practice. */
export const practiceVisitForm: Definition = {
  title: text(['练习走访记录表', 'Visit form for practice']),
  clearInvisibleValues: 'onHiddenContainer',
  pages: [
    {
      name: 'practiceVisit',
      elements: [
        {
          type: 'checkbox',
          name: leftSlip.question,
          title: text(['发放的材料', 'Materials handed over']),
          choices: plainChoices([
            ['practiceHandbook', '居民手册', 'Residents’ handbook'],
            ['practiceCard', '联系卡', 'Contact card'],
            [leftSlip.choice, '留言条', 'Leave-behind slip'],
          ]),
          colCount: 2,
        },
        {
          type: 'checkbox',
          name: 'practiceToPassOn',
          title: text(['居民同意转告的事项', 'What the resident agreed to pass on']),
          choices: fewTopics,
          shareTopics: true,
          colCount: 2,
        },
        {
          type: 'comment',
          name: 'practiceNote',
          title: text(['备注', 'Note']),
          maxLength: 500,
          rows: 3,
        },
      ],
    },
  ],
};
