import { z } from 'zod';
import { SchemaError } from '@huhudao/db';
import { ServerError } from '@huhudao/db/server';

/** A refusal to start that says in both languages what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(chinese: string, english: string, cause?: unknown) {
    super(`${chinese}\n${english}`, { cause });
  }
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ERR_INVALID_URL',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'CONNECT_TIMEOUT',
]);
/** SQLSTATE of a wrong password, an unknown role or database, and of a server that is not ready. */
const refused = new Set(['28P01', '28000', '3D000', '57P03']);

/** Why the program does not start and what to do about it, for the terminal. */
export function explainFailure(error: unknown): string {
  if (error instanceof StartError || error instanceof ServerError) return error.message;
  if (error instanceof SchemaError) return explainSchema(error);
  if (error instanceof z.ZodError) return explainSettings(error);
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (unreachable.has(code) || refused.has(code))
    return `无法连接 DATABASE_URL 指定的数据库，请检查地址、账号和网络。\nThe database of DATABASE_URL cannot be reached. Check address, account and network.\n${detail}`;
  return `启动失败，原因如下。\nThe program could not start; the reason follows.\n${error instanceof Error ? (error.stack ?? detail) : detail}`;
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

function explainSchema(error: SchemaError): string {
  const at = error.migration ?? '?';
  if (error.reason === 'newer')
    return `数据库由更新的版本创建（${at}）。请升级本程序，或用 DATA_DIR 指定别的数据目录。数据没有改动。\nThe database was made by a newer version (${at}). Upgrade this program, or set DATA_DIR to another folder. Nothing was changed.`;
  const cause = error.cause instanceof Error ? error.cause.message : String(error.cause);
  return `更新数据库结构失败（${at}），已全部撤销，程序不会启动。请保留数据目录并联系维护人员。\nUpdating the schema failed at ${at}; everything was rolled back and the program does not start. Keep the data folder and ask for support.\n${cause}`;
}

function explainSettings(error: z.ZodError): string {
  const names = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
  return `环境变量有误，请对照 README 修改。\nSome settings are wrong; compare them with the table in README.md.\n${names}`;
}
