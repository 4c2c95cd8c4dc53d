import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { Purpose } from '@huhudao/domain';
import { useArea } from '../../../api/areas.ts';
import { useSession } from '../../../api/session.ts';
import { useTexts } from '../../../i18n/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { mayDecide } from '../may-decide.ts';
import { communitiesOf } from '../hotline/draft-case.ts';
import { plannablePurposes, type RoundDraft } from '../round-draft.ts';
import { AssessorChoice } from './assessor-choice.tsx';
import type { StepProps } from '../round-form.tsx';

/** What the round is for: every household, or a random sample. Who may open which is told here. */
export function PurposeStep({ draft, change, streetId }: StepProps): ReactElement {
  const t = useTexts();
  const words = useWords();
  const session = useSession();
  const { tree } = useArea();
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('round.name')} htmlFor="round-name">
        <Input
          id="round-name"
          value={draft.name}
          maxLength={120}
          placeholder={t('round.nameExample')}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('round.purpose')}>
        <Radio.Group
          aria-label={t('round.purpose')}
          className="round-choices"
          value={draft.purpose}
          onChange={(event) => {
            const purpose = plannablePurposes.find((one) => one === event.target.value);
            if (purpose !== undefined) change({ purpose, ...placesFor(purpose, draft) });
          }}
        >
          {plannablePurposes.map((purpose) => {
            const allowed = mayDecide(session, tree, purpose, streetId);
            return (
              <Radio key={purpose} value={purpose} disabled={!allowed}>
                <b>{words.purpose(purpose)}</b>
                <div className="muted small">{t(`round.purposeText.${purpose}`)}</div>
                {allowed ? null : <div className="muted small">{t(`round.purposeWho.${purpose}`)}</div>}
              </Radio>
            );
          })}
        </Radio.Group>
      </Form.Item>
      {draft.purpose === 'measurement' && mayDecide(session, tree, 'measurement', streetId) ? (
        <AssessorChoice draft={draft} change={change} streetId={streetId} />
      ) : null}
    </Form>
  );
}

/** The list of a hotline round says where it goes. */
const placesFor = (purpose: Purpose, { cases }: RoundDraft): Partial<RoundDraft> =>
  purpose === 'hotline' ? { communityIds: communitiesOf(cases), parts: {} } : {};
