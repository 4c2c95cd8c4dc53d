import { Alert, Button, Card, Form, Input, Progress } from 'antd';
import { useState, type ReactElement } from 'react';
import { fillWithDemo, readSetup, type ResponseOf } from '@huhudao/protocol';
import { useRead, useWrite } from '../../api/client.ts';
import { useTexts } from '../../i18n/index.ts';
import { ProblemNote } from '../../parts/problem.tsx';
import { StartFrame } from './frame.tsx';
import { SetUpForm } from './set-up.form.tsx';
import { keepSetupToken, useSetupToken } from './setup-token.ts';

type State = ResponseOf<typeof readSetup>;

/** An empty installation: set up one's own district, or look around with demonstration data. */
export function FirstPage({ state }: { state: State }): ReactElement {
  const t = useTexts();
  const [wasFilling, setWasFilling] = useState(false);
  if (state.state === 'fillingDemo' && !wasFilling) setWasFilling(true);
  const token = useSetupToken();
  if (state.state === 'fillingDemo') return <Filling />;
  if (token !== null) {
    return (
      <StartFrame title={t('start.setupTitle')}>
        <SetUpForm token={token} />
      </StartFrame>
    );
  }
  return (
    <StartFrame title={t('start.welcome')}>
      <p className="muted">{t('start.welcomeText')}</p>
      {wasFilling ? <Alert type="error" showIcon title={t('start.demoFailed')} /> : null}
      <div className="start-choices">
        <OwnDistrict />
        <Demo />
      </div>
    </StartFrame>
  );
}

function OwnDistrict(): ReactElement {
  const t = useTexts();
  return (
    <Card className="start-choice">
      <h2>{t('start.own')}</h2>
      <p>{t('start.ownText')}</p>
      <p className="muted small">{t('start.ownHint')}</p>
      <Form layout="vertical" onFinish={({ token }: { token: string }) => keepSetupToken(token.trim())}>
        <Form.Item
          name="token"
          label={t('start.token')}
          rules={[{ required: true, whitespace: true, message: t('start.required') }]}
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Button htmlType="submit">{t('start.tokenContinue')}</Button>
      </Form>
    </Card>
  );
}

function Demo(): ReactElement {
  const t = useTexts();
  const fill = useWrite(fillWithDemo, [readSetup]);
  return (
    <Card className="start-choice">
      <h2>{t('start.demo')}</h2>
      <p>{t('start.demoText')}</p>
      <Button type="primary" size="large" loading={fill.isPending} onClick={() => fill.mutate({})}>
        {t('start.demoStart')}
      </Button>
      {fill.isError ? <ProblemNote error={fill.error} /> : null}
    </Card>
  );
}

function Filling(): ReactElement {
  const t = useTexts();
  const setup = useRead(readSetup, {}, { every: 1000 });
  return (
    <StartFrame title={t('start.demoFilling')}>
      <Card className="start-card">
        <Progress
          percent={Math.round((setup.data?.progress ?? 0) * 100)}
          status="active"
          aria-label={t('start.demoFilling')}
        />
        <p className="muted small">{t('start.demoFillingHint')}</p>
        {setup.isError ? <ProblemNote error={setup.error} /> : null}
      </Card>
    </StartFrame>
  );
}
