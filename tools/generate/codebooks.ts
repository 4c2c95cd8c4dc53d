import { codebook, type CodebookCode, type CodebookVariable, type Definition } from '@huhudao/questionnaire';

/**
 * The codebook of a built-in form as Markdown: one heading per variable of an export, with its question in both
 * languages, when it is asked, what it counts for, and its codes. A changed question shows up here in review.
 */
export function makeCodebook(title: string, definition: Definition): string {
  const head = [`# ${title}`, 'Made by `npm run generate`; not to be edited.'];
  return `${[...head, ...codebook(definition).map(describeVariable)].join('\n\n')}\n`;
}

function describeVariable(variable: CodebookVariable): string {
  const { name, label, kind, page, required, askedIf, indicator, headline, codes } = variable;
  const facts = [
    `${kind}, page ${page}, ${required ? 'required' : 'optional'}`,
    askedIf === null ? null : `asked if ${askedIf}`,
    indicator === null ? null : `${headline ? 'headline item of' : 'item of'} ${indicator}`,
  ];
  const lines = [`## ${name}`, label.zh, label.en, facts.filter((fact) => fact !== null).join('; ')];
  if (codes.length > 0) lines.push(tableOf(codes));
  return lines.filter((line) => line !== null).join('\n\n');
}

function tableOf(codes: CodebookCode[]): string {
  const rows = codes.map(({ code, label, counts, score }) => [code, label?.zh, label?.en, counts, score]);
  return [['code', '中文', 'English', 'counts', 'score'], ['---', '---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell ?? '—').join(' | ')} |`)
    .join('\n');
}
