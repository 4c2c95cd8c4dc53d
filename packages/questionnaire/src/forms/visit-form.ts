import type { Definition } from '../definition/definition.schema.ts';
import { topicChoices } from './follow-up.page.ts';
import { plainChoices, text } from './item.ts';
import { leftSlip } from './left-slip.ts';

/**
 * 走访记录表: what the visitor writes down about a visit beside time, people present and outcome, which are the
 * product's own fields. It has no place for a resident's answers or opinions.
 */
export const visitForm: Definition = {
  title: text(['走访记录表', 'Visit form']),
  clearInvisibleValues: 'onHiddenContainer',
  pages: [
    {
      name: 'visit',
      elements: [
        {
          type: 'boolean',
          name: 'purposeTold',
          title: text(['已向居民说明来意？', 'Was the purpose of the visit explained?']),
          displayMode: 'radio',
          // Yes first, as one says it.
          swapOrder: true,
          labelTrue: text(['已说明', 'Yes']),
          labelFalse: text(['未说明', 'No']),
        },
        {
          type: 'checkbox',
          name: leftSlip.question,
          title: text(['发放的材料', 'Materials handed over']),
          choices: [
            ...plainChoices([
              ['handbook', '居民手册', 'Residents’ handbook'],
              ['convention', '居民公约', 'Residents’ convention'],
              ['contactCard', '联系卡', 'Contact card'],
              ['notice', '告知单', 'Notice'],
              [leftSlip.choice, '留言条', 'Leave-behind slip'],
            ]),
            { value: 'none', text: text(['没有发放', 'None']), isExclusive: true },
          ],
          colCount: 2,
        },
        {
          type: 'checkbox',
          name: 'topicsToPassOn',
          title: text(['居民同意转告的事项', 'What the resident agreed to pass on']),
          description: text([
            '只选居民当面同意转告的；不要记录问卷里的回答。',
            'Only what the resident agreed to; never an answer from the questionnaire.',
          ]),
          choices: topicChoices,
          shareTopics: true,
          colCount: 2,
        },
        {
          type: 'comment',
          name: 'note',
          title: text(['备注', 'Note']),
          description: text([
            '下次来访需要知道的事，例如方便的时间。',
            'What the next visitor should know, for instance a good time to come.',
          ]),
          maxLength: 500,
          rows: 3,
        },
      ],
    },
  ],
};
