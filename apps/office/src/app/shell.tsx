import { Button, Dropdown, Layout, Menu, Modal } from 'antd';
import { Link, Outlet, useMatches } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useSession } from '../api/session.ts';
import { NoticeBell } from '../features/notices/notice-bell.tsx';
import { PasswordForm } from '../features/start/password.form.tsx';
import { LanguageSwitch } from '../features/start/frame.tsx';
import { useSignOut } from '../features/start/sign-out.tsx';
import { useTexts } from '../i18n/index.ts';
import { AreaProvider } from './area-provider.tsx';
import { AreaSwitch } from './area-switch.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { entryOf, menuOf } from './menu.ts';

/** The frame around every page: menu, area, language, account. */
export function Shell(): ReactElement {
  const t = useTexts();
  const session = useSession();
  return (
    <Layout className="shell">
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <Layout.Sider className="shell-sider" theme="light" width={180} breakpoint="lg" collapsedWidth={150}>
        <div className="shell-brand">
          <img src="/icon.svg" alt="" />
          {t('shell.product')}
        </div>
        <MainMenu />
      </Layout.Sider>
      <Layout>
        <AreaProvider>
          <Layout.Header className="shell-head">
            <AreaSwitch />
            <div className="shell-head-space" />
            <NoticeBell />
            <LanguageSwitch />
            <Account />
          </Layout.Header>
          {session.demo ? <DemoBanner /> : null}
          <Layout.Content id="main" className="shell-main" tabIndex={-1}>
            <Outlet />
          </Layout.Content>
        </AreaProvider>
      </Layout>
    </Layout>
  );
}

function MainMenu(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const here = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
  const entries = menuOf(session);
  const current = entryOf(entries, here);
  return (
    <nav aria-label={t('shell.menu.label')}>
      <Menu
        mode="inline"
        selectedKeys={current === undefined ? [] : [current.key]}
        items={entries.map((entry) => ({
          key: entry.key,
          label: <Link to={entry.to}>{t(`shell.menu.${entry.key}`)}</Link>,
        }))}
      />
    </nav>
  );
}

function Account(): ReactElement {
  const t = useTexts();
  const session = useSession();
  const { signOut } = useSignOut();
  const [changing, setChanging] = useState(false);
  const items = [
    { key: 'password', label: t('shell.changePassword'), onClick: () => setChanging(true) },
    { key: 'signOut', label: t('shell.signOut'), onClick: signOut },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" aria-label={`${t('shell.account')} ${session.name}`}>
          {session.name}
        </Button>
      </Dropdown>
      <Modal
        open={changing}
        title={t('shell.changePassword')}
        footer={null}
        destroyOnHidden
        onCancel={() => setChanging(false)}
      >
        <PasswordForm login={session.login} onDone={() => setChanging(false)} />
      </Modal>
    </>
  );
}
