import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { listAssessors } from '@huhudao/protocol';
import { useRead } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/index.ts';
import type { StepProps } from '../round-form.tsx';

/** Who walks a measurement: the communities' teams, or an assessor whose list nobody else may see before the release. */
export function AssessorChoice({ draft, change, streetId }: StepProps): ReactElement {
  const t = useTexts();
  const assessors = useRead(listAssessors, { params: { areaId: streetId } });
  return (
    <Form.Item label={t('sample.walkedBy')} htmlFor="round-assessor" extra={t('sample.walkedByHint')}>
      <Select
        id="round-assessor"
        loading={assessors.isPending}
        value={draft.assessorId ?? ''}
        onChange={(id: string) => change({ assessorId: id === '' ? null : id })}
        options={[
          { value: '', label: t('sample.byTeams') },
          ...(assessors.data ?? []).map(({ id, name }) => ({
            value: id,
            label: t('sample.byAssessor', { name }),
          })),
        ]}
      />
    </Form.Item>
  );
}
