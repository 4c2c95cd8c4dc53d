import { Form, Input, Modal, Select, type FormInstance } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { z } from 'zod';
import {
  call,
  createQuestionnaire,
  listBuiltInForms,
  listQuestionnaires,
  readVersion,
  type QuestionnaireView,
  type ResponseOf,
} from '@huhudao/protocol';
import { transport, useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { StartFileInput, type StartFile } from './start-file.tsx';

type Kind = QuestionnaireView['kind'];
type Values = { title: string; kind: Kind; from: string };
type Props = { open: boolean; forms: QuestionnaireView[]; onClose: () => void };
type BuiltIn = ResponseOf<typeof listBuiltInForms>[number];

/** The button below belongs to the form, so that the enter key begins too. */
const formId = 'new-questionnaire';

/** Begin a form: empty, from one that comes with the product, from a published version, or from a file. */
export function NewQuestionnaire({ open, forms, onClose }: Props): ReactElement {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [failure, setFailure] = useState<unknown>(null);
  const [file, setFile] = useState<StartFile | null>(null);
  const from = Form.useWatch('from', form);
  const builtIn = useRead(listBuiltInForms, {}, { enabled: open });
  const create = useWrite(createQuestionnaire, [listQuestionnaires]);

  function takeFile(read: StartFile | null): void {
    setFile(read);
    const named = titleIn(read?.definition['title']);
    if (named !== '' && (form.getFieldValue('title') ?? '') === '') form.setFieldValue('title', named);
  }

  async function begin({ title, kind, from: source }: Values): Promise<void> {
    setFailure(null);
    try {
      const definition = await startFrom(source, title, builtIn.data ?? [], file);
      const made = await create.mutateAsync({ body: { title, kind, definition } });
      onClose();
      await navigate({ to: '/questionnaires/$questionnaireId', params: { questionnaireId: made.id } });
    } catch (error) {
      setFailure(error);
    }
  }

  return (
    <Modal
      open={open}
      width={640}
      title={t('questionnaire.new')}
      okText={t('questionnaire.begin')}
      okButtonProps={{
        loading: create.isPending,
        htmlType: 'submit',
        form: formId,
        disabled: from === 'file' && file === null,
      }}
      destroyOnHidden
      afterClose={() => setFile(null)}
      onCancel={onClose}
    >
      <Fields form={form} builtIn={builtIn.data ?? []} forms={forms} onFinish={begin} />
      {from === 'file' ? <StartFileInput file={file} onRead={takeFile} /> : null}
      {failure === null ? null : <ProblemNote error={failure} />}
    </Modal>
  );
}

type FieldsProps = {
  form: FormInstance<Values>;
  builtIn: BuiltIn[];
  forms: QuestionnaireView[];
  onFinish: (values: Values) => Promise<void>;
};

function Fields({ form, builtIn, forms, onFinish }: FieldsProps): ReactElement {
  const t = useTexts();
  const kind = Form.useWatch('kind', form) ?? 'questionnaire';
  const options = useStartOptions(kind, builtIn, forms);
  return (
    <Form<Values>
      id={formId}
      form={form}
      layout="vertical"
      initialValues={{ kind: 'questionnaire', from: 'empty' }}
      onFinish={(values) => void onFinish(values)}
      onValuesChange={(changed: Partial<Values>) => {
        if (changed.kind !== undefined) form.setFieldValue('from', 'empty');
      }}
    >
      <Form.Item
        name="title"
        label={t('questionnaire.name')}
        rules={[{ required: true, whitespace: true, message: t('start.required') }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="kind" label={t('questionnaire.kindLabel')}>
        <Select
          options={(['questionnaire', 'visitForm'] as const).map((value) => ({
            value,
            label: t(`questionnaire.kind.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="from" label={t('questionnaire.from')}>
        <Select options={options} />
      </Form.Item>
    </Form>
  );
}

/** What a form of this kind can start from. */
function useStartOptions(kind: Kind, builtIn: readonly BuiltIn[], forms: readonly QuestionnaireView[]) {
  const t = useTexts();
  const title = useTitle();
  return [
    { value: 'empty', label: t('questionnaire.fromEmpty') },
    { value: 'file', label: t('questionnaire.fromFile') },
    ...builtIn
      .filter((one) => one.kind === kind)
      .map((one) => ({ value: `builtIn:${one.key}`, label: title(one.title) })),
    ...forms
      .filter((one) => one.kind === kind)
      .flatMap((one) =>
        one.versions.map((version) => ({
          value: `version:${version.hash}`,
          label: t('questionnaire.fromVersion', {
            title: title(version.title),
            number: version.number,
          }),
        })),
      ),
  ];
}

/** The definition to start from, under the new title. */
async function startFrom(
  from: string,
  title: string,
  builtIn: readonly BuiltIn[],
  file: StartFile | null,
): Promise<Record<string, unknown>> {
  const [source, key] = from.split(':');
  if (source === 'file' && file !== null) {
    const { title: own } = file.definition;
    // A translation of the title stays as long as the title does.
    return { ...file.definition, title: titleIn(own) === title ? own : { default: title } };
  }
  if (source === 'builtIn') {
    const found = builtIn.find((one) => one.key === key);
    if (found !== undefined) return { ...found.definition, title: { default: title } };
  }
  if (source === 'version' && key !== undefined) {
    const { definition } = await call(transport, readVersion, { params: { hash: key } });
    return { ...definition, title: { default: title } };
  }
  return { title: { default: title }, pages: [{ name: 'page1', elements: [] }] };
}

const localised = z.union([z.string(), z.object({ default: z.string() }).transform((one) => one.default)]);

/** The Chinese of a definition's title; empty where there is none. */
const titleIn = (title: unknown): string => localised.safeParse(title).data ?? '';
