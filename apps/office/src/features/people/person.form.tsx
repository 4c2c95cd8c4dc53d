import { Button, Form, Input, Select, TreeSelect } from 'antd';
import type { ReactElement } from 'react';
import { roles, type Role } from '@huhudao/domain';
import { changePerson, createPerson, listPeople, type PersonView } from '@huhudao/protocol';
import { useArea } from '../../api/areas.ts';
import { useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { useWords } from '../../i18n/words.ts';
import { areaNodes } from '../../parts/area-nodes.ts';
import { useSaved } from '../../parts/notify.ts';
import { ProblemNote } from '../../parts/problem.tsx';

type Values = { login: string; name: string; phone?: string; grants: { role: Role; areaId: string }[] };
type Props = {
  person: PersonView | null;
  onMade: (made: { login: string; password: string }) => void;
  onSaved: () => void;
};

/** Name, user name, phone, and which role in which area. */
export function PersonForm({ person, onMade, onSaved }: Props): ReactElement {
  const t = useTexts();
  const saved = useSaved();
  const create = useWrite(createPerson, [listPeople]);
  const change = useWrite(changePerson, [listPeople]);

  function save({ login, name, phone, grants }: Values): void {
    if (person === null) {
      const body = { login, name, grants, ...(phone === undefined || phone === '' ? {} : { phone }) };
      create.mutate(
        { body },
        { onSuccess: (made) => onMade({ login: made.person.login, password: made.password }) },
      );
      return;
    }
    const body = { name, grants, phone: phone === undefined || phone === '' ? null : phone };
    change.mutate({ params: { personId: person.id }, body }, saved(onSaved));
  }

  const failure = create.error ?? change.error;
  return (
    <Form<Values>
      layout="vertical"
      initialValues={
        person === null
          ? { grants: [{}] }
          : { ...person, grants: person.grants.map(({ role, areaId }) => ({ role, areaId })) }
      }
      onFinish={save}
    >
      <IdentityFields fresh={person === null} />
      <Grants />
      {failure === null ? null : <ProblemNote error={failure} />}
      <Button type="primary" htmlType="submit" loading={create.isPending || change.isPending}>
        {person === null ? t('people.add') : t('shell.save')}
      </Button>
    </Form>
  );
}

function IdentityFields({ fresh }: { fresh: boolean }): ReactElement {
  const t = useTexts();
  const required = [{ required: true, whitespace: true, message: t('start.required') }];
  return (
    <>
      <Form.Item name="name" label={t('people.name')} rules={required}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="login"
        label={t('start.login')}
        extra={fresh ? t('start.loginHint') : undefined}
        rules={[
          { required: true, message: t('start.required') },
          { pattern: /^[a-z0-9._-]{2,40}$/, message: t('start.loginPattern') },
        ]}
      >
        <Input disabled={!fresh} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="phone" label={t('household.phone')}>
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function Grants(): ReactElement {
  const t = useTexts();
  const words = useWords();
  const { tree } = useArea();
  const required = [{ required: true, message: t('start.required') }];
  return (
    <Form.List name="grants">
      {(fields, { add, remove }) => (
        <fieldset className="grants">
          <legend>{t('people.roles')}</legend>
          {fields.map((field) => (
            <div className="row" key={field.key}>
              <Form.Item name={[field.name, 'role']} rules={required}>
                <Select
                  className="grant-role"
                  aria-label={t('start.role')}
                  placeholder={t('start.role')}
                  options={roles.map((value) => ({ value, label: words.role(value) }))}
                />
              </Form.Item>
              <Form.Item name={[field.name, 'areaId']} rules={required}>
                <TreeSelect
                  className="grant-area"
                  aria-label={t('start.area')}
                  placeholder={t('start.area')}
                  treeDefaultExpandAll
                  showSearch={{ treeNodeFilterProp: 'title' }}
                  treeData={areaNodes(tree)}
                />
              </Form.Item>
              <Form.Item>
                <Button type="text" onClick={() => remove(field.name)}>
                  {t('people.removeRole')}
                </Button>
              </Form.Item>
            </div>
          ))}
          <Button onClick={() => add({})}>{t('people.addRole')}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
