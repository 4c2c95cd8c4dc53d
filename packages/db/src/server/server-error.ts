/**
 * Why the packaged database could not be started or stopped.
 *
 * - `alreadyRunning`: another live program uses the same data folder
 * - `unsupportedPlatform`: no PostgreSQL binaries are packaged for this machine
 * - `folderUnusable`: the account that runs PostgreSQL cannot use the data folder
 * - `initFailed`: the first-time set-up of the data folder failed
 * - `startFailed`: PostgreSQL ended before it was ready
 * - `stopFailed`: a PostgreSQL left over from an earlier run would not stop
 */
export type ServerErrorCode =
  | 'alreadyRunning'
  | 'unsupportedPlatform'
  | 'folderUnusable'
  | 'initFailed'
  | 'startFailed'
  | 'stopFailed';

const sentences: Record<ServerErrorCode, { 'zh-CN': string; en: string }> = {
  alreadyRunning: {
    'zh-CN': '另一个正在运行的程序正在使用这个数据目录。请先停止它，或把 DATA_DIR 设为别的目录。',
    en: 'Another running program uses this data folder. Stop it first, or set DATA_DIR to another folder.',
  },
  unsupportedPlatform: {
    'zh-CN': '自带的 PostgreSQL 不支持本机系统。请把 DATABASE_URL 指向一个 PostgreSQL 15 或更高版本。',
    en: 'No PostgreSQL is packaged for this machine. Point DATABASE_URL at a PostgreSQL 15 or later.',
  },
  folderUnusable: {
    'zh-CN': '运行 PostgreSQL 的账号无法使用这个数据目录。请修改目录权限，或把 DATA_DIR 设为别的目录。',
    en: 'The account that runs PostgreSQL cannot use this data folder. Change its permissions, or set DATA_DIR to another folder.',
  },
  initFailed: {
    'zh-CN': '数据目录初始化失败。请检查磁盘空间和目录权限，然后重试。',
    en: 'The data folder could not be set up. Check disk space and permissions, then try again.',
  },
  startFailed: {
    'zh-CN': 'PostgreSQL 没有启动成功，原因见下。',
    en: 'PostgreSQL did not start; the reason follows.',
  },
  stopFailed: {
    'zh-CN': '上次运行遗留的 PostgreSQL 无法停止，请结束该进程后重试。',
    en: 'A PostgreSQL left over from an earlier run does not stop. End that process, then try again.',
  },
};

/** A refusal of the database launcher: a stable `code`, a sentence in both languages and the technical detail. */
export class ServerError extends Error {
  readonly code: ServerErrorCode;
  readonly detail: string;

  constructor(code: ServerErrorCode, detail: string) {
    const sentence = sentences[code];
    super(`${sentence['zh-CN']}\n${sentence.en}\n${detail}`);
    this.name = 'ServerError';
    this.code = code;
    this.detail = detail;
  }
}
