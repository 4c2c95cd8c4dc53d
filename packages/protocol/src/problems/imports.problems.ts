import type { ProblemText } from './problem-text.ts';

/** Imports. */
export const importProblems = {
  fileEmpty: {
    status: 422,
    'zh-CN': '文件是空的。',
    en: 'The file is empty.',
  },
  fileTooBig: {
    status: 422,
    'zh-CN': '文件太大，最多 {limit} MB。',
    en: 'The file is too large; the limit is {limit} MB.',
  },
  notSpreadsheet: {
    status: 422,
    'zh-CN': '这不是 Excel（.xlsx）或 CSV 文件。',
    en: 'This is not an Excel (.xlsx) or CSV file.',
  },
  oldExcel: {
    status: 422,
    'zh-CN': '这是旧版 Excel（.xls）。请另存为 .xlsx 再上传。',
    en: 'This is the old Excel format (.xls). Save it as .xlsx and upload that.',
  },
  fileEncrypted: {
    status: 422,
    'zh-CN': '文件有密码保护。请去掉密码再上传。',
    en: 'The file is protected by a password. Remove it and upload again.',
  },
  fileDamaged: {
    status: 422,
    'zh-CN': '文件已损坏或不完整，请重新保存后再上传。',
    en: 'The file is damaged or cut off. Save it anew and upload again.',
  },
  unpackedTooBig: {
    status: 422,
    'zh-CN': '文件解开后太大，最多 {limit} MB。',
    en: 'Unpacked, the file is too large; the limit is {limit} MB.',
  },
  tooManyParts: {
    status: 422,
    'zh-CN': '文件的内部结构异常，已拒绝。',
    en: 'The file has an abnormal inner structure and was refused.',
  },
  tooManyColumns: {
    status: 422,
    'zh-CN': '列数太多（{columns} 列，最多 {limit} 列）。请删去多余的列。',
    en: 'There are too many columns ({columns}; at most {limit}). Remove what is not needed.',
  },
  tooManyRows: {
    status: 422,
    'zh-CN': '行数太多（{rows} 行，最多 {limit} 行）。请分成几个文件。',
    en: 'There are too many rows ({rows}; at most {limit}). Split the file.',
  },
  tooManyCells: {
    status: 422,
    'zh-CN': '表格太大（{cells} 个单元格，最多 {limit} 个）。请分成几个文件。',
    en: 'The sheet is too large ({cells} cells; at most {limit}). Split the file.',
  },
  workbookTooComplex: {
    status: 422,
    'zh-CN': '工作簿里的文字、格式、公式或合并单元格太多。请另存为 CSV 再上传。',
    en: 'The workbook holds too many texts, formats, formulas or merged cells. Save it as CSV and upload that.',
  },
  notText: {
    status: 422,
    'zh-CN': '文件里不是文字，无法读取。',
    en: 'The file does not hold text and cannot be read.',
  },
  encodingUnknown: {
    status: 422,
    'zh-CN': '文字编码无法识别。请用 Excel 或 WPS 另存为 .xlsx 再上传。',
    en: 'The text’s encoding is not known. Save it as .xlsx with Excel or WPS and upload that.',
  },
  csvBroken: {
    status: 422,
    'zh-CN': 'CSV 第 {line} 行的引号没有结束，请检查。',
    en: 'A quotation mark in line {line} of the CSV is never closed. Please check it.',
  },
  formulaCell: {
    status: 422,
    'zh-CN': '“{sheet}”里有 {count} 个公式（{cells}）。请复制后“选择性粘贴为数值”再上传。',
    en: '“{sheet}” holds {count} formulas ({cells}). Copy them, paste as values, and upload again.',
  },
  sheetUnknown: {
    status: 422,
    'zh-CN': '文件里没有工作表“{sheet}”。',
    en: 'There is no sheet “{sheet}” in the file.',
  },
  noTable: {
    status: 422,
    'zh-CN': '没有找到住户名单的表头（例如 楼栋、单元、房号）。',
    en: 'No header of a household roster was found (building, stairwell, room, for instance).',
  },
  mappingInvalid: {
    status: 422,
    'zh-CN': '列的对应不正确：第 {column} 列不能这样用。',
    en: 'The column matching is wrong: column {column} cannot be used like this.',
  },
  importStateWrong: {
    status: 409,
    'zh-CN': '这次导入目前不能这样操作。',
    en: 'This cannot be done with the import now.',
  },
  importColumnsMissing: {
    status: 422,
    'zh-CN': '还没有对应好必需的列：{columns}。',
    en: 'These required columns are not matched yet: {columns}.',
  },
  importNothingToTake: {
    status: 422,
    'zh-CN': '名单里没有可以导入的行。',
    en: 'There is no row in the roster that can be taken.',
  },
  importOvertaken: {
    status: 409,
    'zh-CN': '之后还有别的导入改过住户，请先撤销后来的导入。',
    en: 'A later import has changed the register. Undo that one first.',
  },
  importUndoBlocked: {
    status: 409,
    'zh-CN': '有 {count} 户已用于走访轮次，或导入后有人修改过，不能撤销这次导入。',
    en: '{count} of the households are used in a round or were corrected since, so the import cannot be undone.',
  },
  importInterrupted: {
    status: 409,
    'zh-CN': '导入中途程序停止，没有保存任何内容，请重新开始。',
    en: 'The program stopped during the import and nothing was kept. Please start again.',
  },
} as const satisfies Record<string, ProblemText>;
