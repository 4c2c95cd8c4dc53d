import { X509Certificate } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import { toString as drawQr } from 'qrcode';
import { networkAddresses } from './tls/names.ts';
import type { Tls } from './tls/load-tls.ts';

/**
 * `/install`: how a tablet comes to trust this server, without which it can keep nothing for work offline. Reached
 * over plain HTTP, before any certificate is trusted; needs no app to be built.
 */
export function mountInstallPage(
  app: Hono,
  serving: () => { tls: Tls; ports: { http: number; https: number } },
): void {
  app.get('/install', async (context) => {
    const { tls, ports } = serving();
    const host = hostFor(context, [...tls.names.domains, ...tls.names.addresses]);
    const here = `http://${host}:${ports.http}/install`;
    const tablet = `https://${host}:${ports.https}/tablet/`;
    const authority = tls.authority === undefined ? undefined : new X509Certificate(tls.authority);
    return context.html(
      page({ authority, tablet, tabletQr: await drawQr(tablet, qr), here, hereQr: await drawQr(here, qr) }),
    );
  });
  app.get('/install/authority.crt', (context) => {
    const { authority } = serving().tls;
    if (authority === undefined) return context.notFound();
    return context.body(new Uint8Array(new X509Certificate(authority).raw), 200, {
      'Content-Type': 'application/x-x509-ca-cert',
      'Content-Disposition': 'attachment; filename="huhudao-authority.crt"',
    });
  });
}

const qr = { type: 'svg', margin: 1 } as const;

/** The name by which the server was just reached, if its certificate has it; else its address in the network. */
function hostFor(context: Context, known: string[]): string {
  const asked = new URL(context.req.url).hostname.replaceAll(/^\[|\]$/g, '');
  const here = ['localhost', '127.0.0.1', '::1'];
  const chosen =
    known.includes(asked) && !here.includes(asked)
      ? asked
      : (networkAddresses().find((address) => known.includes(address)) ?? 'localhost');
  return chosen.includes(':') ? `[${chosen}]` : chosen;
}

type Step = { zh: string; en?: string; how: string; howEn: string };

const steps: Step[] = [
  {
    zh: '安卓 / 鸿蒙',
    en: 'Android, HarmonyOS',
    how: '下载证书 → 设置 → 安全 → 加密与凭据（或“更多安全设置”）→ 从存储设备安装 → CA 证书 → 选择下载的文件。',
    howEn:
      'Download, then Settings → Security → Encryption & credentials → Install a certificate → CA certificate → choose the file.',
  },
  {
    zh: 'iPad / iPhone',
    how: '用 Safari 下载 → 设置 → 已下载描述文件 → 安装；再到 设置 → 通用 → 关于本机 → 证书信任设置，打开这张证书。',
    howEn:
      'Download in Safari → Settings → Profile Downloaded → Install; then Settings → General → About → Certificate Trust Settings, and switch it on.',
  },
  {
    zh: 'Windows',
    how: '打开下载的文件 → 安装证书 → 本地计算机 → 将所有的证书都放入下列存储 → 受信任的根证书颁发机构。',
    howEn:
      'Open the file → Install Certificate → Local Machine → Place in the following store → Trusted Root Certification Authorities.',
  },
  {
    zh: '统信 / 麒麟 / 其他 Linux（Chrome、Edge）',
    en: 'Linux (Chrome, Edge)',
    how: '浏览器设置 → 隐私和安全 → 安全 → 管理证书 → 授权机构（本地证书）→ 导入，勾选“信任此证书以标识网站”。',
    howEn:
      'Browser settings → Privacy and security → Security → Manage certificates → Authorities (local certificates) → Import, trust for identifying websites.',
  },
  {
    zh: 'macOS',
    how: '打开下载的文件，加入“钥匙串访问”；双击这张证书 → 信任 → 始终信任。',
    howEn: 'Open the file to add it to Keychain Access, double-click it → Trust → Always Trust.',
  },
];

const style = `
  body { font: 18px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; color: #1c2530;
         background: #f5f7f9; margin: 0; }
  main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
  section { background: #fff; border: 1px solid #d7dde4; border-radius: 12px; padding: 1rem 1.25rem; margin: 1rem 0; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 0 0 .5rem; }
  .en { color: #55606c; font-size: .9em; }
  a.button { display: inline-block; min-height: 44px; line-height: 44px; padding: 0 1.25rem; border-radius: 8px;
             background: #0b5cad; color: #fff; text-decoration: none; }
  .qr svg { width: 12rem; height: 12rem; }
  p { margin: .25rem 0 .75rem; }
  a.address { display: inline-block; min-height: 44px; line-height: 44px; }
  code { font-size: .8em; word-break: break-all; }
  dt { font-weight: 600; margin-top: .75rem; } dd { margin: 0; }
  @media (prefers-color-scheme: dark) {
    body { background: #12161b; color: #e6eaef; } section { background: #1b2129; border-color: #333d48; }
    .en { color: #a3adb8; } .qr { background: #fff; display: inline-block; } a { color: #7db8f5; }
  }`;

type Shown = {
  authority: X509Certificate | undefined;
  tablet: string;
  tabletQr: string;
  here: string;
  hereQr: string;
};

function page({ authority, tablet, tabletQr, here, hereQr }: Shown) {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>户户到 · 安装证书</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>让平板信任这台服务器 <span class="en" lang="en">Let a tablet trust this server</span></h1>
          ${authority === undefined ? nothingToInstall : installation(authority, here, hereQr)}
          <section>
            <h2>
              ${authority === undefined ? '' : '3. '}打开平板端
              <span class="en" lang="en">Open the tablet app</span>
            </h2>
            ${linkWithQr(tablet, tabletQr)}
          </section>
        </main>
      </body>
    </html>`;
}

const linkWithQr = (address: string, drawn: string) =>
  html`<div class="qr">${raw(drawn)}</div>
    <p><a class="address" href="${address}">${address}</a></p>`;

const nothingToInstall = html`<section>
  <p>这台服务器的证书已受信任，不需要安装。</p>
  <p class="en" lang="en">This server’s certificate is trusted already; there is nothing to install.</p>
</section>`;

const installation = (authority: X509Certificate, here: string, hereQr: string) =>
  html`<section>
      <h2>1. 下载证书 <span class="en" lang="en">Download the certificate</span></h2>
      <p>
        <a class="button" href="/install/authority.crt">下载 / <span lang="en">Download</span></a>
      </p>
      <p>在另一台设备上安装：用它扫码打开本页。</p>
      <p class="en" lang="en">For another device: scan this to open the page on it.</p>
      ${linkWithQr(here, hereQr)}
      <p>安装前请核对指纹，应与启动程序的窗口里显示的一致。它只对本地网络里的名称有效，不能冒充别的网站。</p>
      <p class="en" lang="en">
        Before installing compare the fingerprint with the one in the server’s terminal. The certificate is
        good for names of the local network only and cannot vouch for any other site.
      </p>
      <p><code>SHA-256 ${authority.fingerprint256}</code></p>
    </section>
    <section>
      <h2>2. 安装证书 <span class="en" lang="en">Install it</span></h2>
      <dl>
        ${steps.map(
          (step) =>
            html`<dt>
                ${step.zh} ${step.en === undefined ? '' : html`<span class="en" lang="en">${step.en}</span>`}
              </dt>
              <dd>
                <p>${step.how}</p>
                <p class="en" lang="en">${step.howEn}</p>
              </dd>`,
        )}
      </dl>
    </section>`;
