/**
 * Every refusal of the product: a stable code, its HTTP status, and one sentence in both languages that says
 * what is wrong and what to do. `{name}` is filled from the problem's details.
 */
export const problems = {
  // Requests
  notFound: { status: 404, 'zh-CN': '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  notSignedIn: { status: 401, 'zh-CN': '请先登录。', en: 'Please sign in.' },
  sessionExpired: {
    status: 401,
    'zh-CN': '登录已过期，请重新登录。',
    en: 'Your sign-in has expired. Please sign in again.',
  },
  deviceRevoked: {
    status: 401,
    'zh-CN': '这台设备已被停用，请联系管理员。',
    en: 'This device has been revoked. Please ask an administrator.',
  },
  crossSite: {
    status: 403,
    'zh-CN': '请求来源不明，已拒绝。请从本系统页面操作。',
    en: 'The request came from somewhere else and was refused. Use this system’s own pages.',
  },
  malformedJson: {
    status: 400,
    'zh-CN': '发送的内容不完整或不是有效的 JSON。',
    en: 'What was sent is cut off or not valid JSON.',
  },
  wrongContentType: {
    status: 415,
    'zh-CN': '发送的内容类型不对，需要 {expected}。',
    en: 'Wrong content type; {expected} is needed.',
  },
  bodyTooLarge: {
    status: 413,
    'zh-CN': '发送的内容太大，最多 {limit}。',
    en: 'Too much was sent; the limit is {limit}.',
  },
  invalidRequest: {
    status: 422,
    'zh-CN': '有内容填写不正确，请检查后再试。',
    en: 'Something is not filled in correctly. Please check and try again.',
  },
  tooManyRequests: {
    status: 429,
    'zh-CN': '操作太频繁，请 {seconds} 秒后再试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  unavailable: {
    status: 503,
    'zh-CN': '系统暂时无法连接数据库，请稍后再试。内容没有丢失。',
    en: 'The database cannot be reached just now. Try again shortly; nothing was lost.',
  },
  internal: {
    status: 500,
    'zh-CN': '系统出错了，没有保存任何内容。编号 {reference}。',
    en: 'Something went wrong and nothing was saved. Reference {reference}.',
  },
  unexpectedResponse: {
    status: 502,
    'zh-CN': '收到的回复无法识别，可能是网络登录页或版本不一致。请检查网络后重试。',
    en: 'The reply could not be understood: a network sign-in page, or another version. Check the network and retry.',
  },
  conflict: {
    status: 409,
    'zh-CN': '别人刚刚修改过，请刷新后再试。',
    en: 'Somebody else has just changed this. Refresh and try again.',
  },

  // Signing in, people, devices
  signInFailed: { status: 401, 'zh-CN': '用户名或密码不正确。', en: 'The user name or password is wrong.' },
  signInLocked: {
    status: 423,
    'zh-CN': '密码连续输错，账号已锁定，请 {minutes} 分钟后再试。',
    en: 'Too many wrong passwords. The account is locked; try again in {minutes} minutes.',
  },
  noTabletRole: {
    status: 403,
    'zh-CN': '您的角色不使用平板，请在电脑上登录办公端。',
    en: 'Your role does not use a tablet. Sign in to the office on a computer.',
  },
  passwordTooWeak: {
    status: 422,
    'zh-CN': '密码至少 {length} 位，且不能与用户名或原密码相同。',
    en: 'A password needs at least {length} characters and must differ from the user name and the old one.',
  },
  passwordMustChange: {
    status: 403,
    'zh-CN': '请先修改初始密码。',
    en: 'Please change the initial password first.',
  },
  loginTaken: { status: 409, 'zh-CN': '这个用户名已有人使用。', en: 'This user name is taken.' },
  roleNeedsArea: {
    status: 422,
    'zh-CN': '这个角色不能设在这一级区划。',
    en: 'This role cannot be given at this level of area.',
  },
  lastAdministrator: {
    status: 409,
    'zh-CN': '至少要保留一名管理员。',
    en: 'At least one administrator must remain.',
  },
  setupDone: { status: 409, 'zh-CN': '系统已经完成初始设置。', en: 'This system has already been set up.' },
  setupLinkWrong: {
    status: 403,
    'zh-CN': '设置链接无效或已使用。请在启动程序的窗口里查看新的链接。',
    en: 'The set-up link is wrong or was used. Look for the new one in the terminal that started the program.',
  },
  notDemo: {
    status: 409,
    'zh-CN': '当前不是演示数据，不能一键清除。',
    en: 'This is not demonstration data, so it cannot be removed in one step.',
  },

  // Areas, households, teams
  areaNameTaken: {
    status: 409,
    'zh-CN': '同一上级下已有同名区划。',
    en: 'There is already an area of this name here.',
  },
  areaKindWrong: {
    status: 422,
    'zh-CN': '这一级区划不能建在这里。',
    en: 'An area of this kind cannot be placed here.',
  },
  doorTaken: {
    status: 409,
    'zh-CN': '这个单元里已有 {room} 室。',
    en: 'This stairwell already has room {room}.',
  },
  teamNameTaken: {
    status: 409,
    'zh-CN': '这个社区已有同名走访小组。',
    en: 'This community already has a team of this name.',
  },
  personUnsuitable: {
    status: 422,
    'zh-CN': '所选人员没有相应的角色或不在这个区划。',
    en: 'The person chosen does not hold the role needed, or not in this area.',
  },
  stewardTaken: {
    status: 409,
    'zh-CN': '这个单元已有楼道长，请先结束原任期。',
    en: 'This stairwell has a building head. End that term first.',
  },
  proposalDecided: {
    status: 409,
    'zh-CN': '这条建议已经处理过了。',
    en: 'This proposal has been decided already.',
  },

  // Questionnaires
  definitionInvalid: {
    status: 422,
    'zh-CN': '问卷还有 {count} 处必须修改，不能发布。',
    en: 'The questionnaire has {count} errors and cannot be published.',
  },
  publisherIsAuthor: {
    status: 409,
    'zh-CN': '编写人不能自己发布，请另一位同事核对后发布。',
    en: 'The author cannot publish. A second person must check and publish.',
  },
  versionUnknown: {
    status: 422,
    'zh-CN': '没有这个已发布的问卷版本。',
    en: 'There is no such published version.',
  },
  versionUnchanged: {
    status: 409,
    'zh-CN': '内容与已发布的版本相同，无需再次发布。',
    en: 'The content equals a published version; there is nothing to publish.',
  },
  versionRetired: {
    status: 409,
    'zh-CN': '这个问卷版本已停用，不能用于新的轮次。',
    en: 'This version is retired and cannot be used in a new round.',
  },
  draftChanged: {
    status: 409,
    'zh-CN': '别人在您之后修改了草稿，请刷新后核对再保存。',
    en: 'Somebody changed the draft after you opened it. Refresh, compare and save again.',
  },

  // Rounds and plans
  roundNameTaken: { status: 409, 'zh-CN': '已有同名轮次。', en: 'There is already a round of this name.' },
  roundStateWrong: {
    status: 409,
    'zh-CN': '轮次目前是“{state}”，不能这样操作。',
    en: 'The round is “{state}”; this cannot be done now.',
  },
  roundIncomplete: {
    status: 422,
    'zh-CN': '轮次还缺少：{missing}。',
    en: 'The round still lacks: {missing}.',
  },
  roundPurposeWrong: {
    status: 422,
    'zh-CN': '这种目的的轮次不能这样操作。',
    en: 'A round of this purpose cannot do this.',
  },
  frameEmpty: {
    status: 422,
    'zh-CN': '所选范围内没有可走访的住户。',
    en: 'There is no household to visit in the scope chosen.',
  },
  sampleTooLarge: {
    status: 422,
    'zh-CN': '{community}只有 {available} 户，抽不出 {wanted} 户。',
    en: '{community} has only {available} households; {wanted} cannot be drawn.',
  },
  planTeamBusy: {
    status: 409,
    'zh-CN': '这个小组这段时间已有安排。',
    en: 'The team is already planned at this time.',
  },
  planStairwellBusy: {
    status: 409,
    'zh-CN': '当天已有别的小组走访这个单元。',
    en: 'Another team is planned for this stairwell that day.',
  },
  planOutsideRound: { status: 422, 'zh-CN': '日期不在轮次期限内。', en: 'The day is outside the round.' },
  planWindowWrong: {
    status: 422,
    'zh-CN': '时间段须在 08:00–21:30 之间，结束晚于开始。',
    en: 'The window must lie within 08:00–21:30 and end after it starts.',
  },
  planNotYours: {
    status: 422,
    'zh-CN': '这个单元不由您负责，不能排班。',
    en: 'You do not look after this stairwell and cannot plan it.',
  },
  planTeamNotInRound: {
    status: 422,
    'zh-CN': '这个小组不参加本轮走访。',
    en: 'This team does not take part in the round.',
  },
  stairwellNotInRound: {
    status: 422,
    'zh-CN': '本轮没有要走访这个单元的住户。',
    en: 'The round has no household in this stairwell.',
  },

  // Records from tablets
  batchTooLarge: {
    status: 422,
    'zh-CN': '一次最多发送 {limit} 条。',
    en: 'At most {limit} records can be sent at once.',
  },
  batchTooSmall: {
    status: 422,
    'zh-CN': '匿名答卷至少 {limit} 份一批。',
    en: 'Anonymous responses are sent {limit} or more at a time.',
  },
  duplicateInBatch: {
    status: 422,
    'zh-CN': '同一批里有两条编号相同的记录。',
    en: 'Two records of one batch have the same id.',
  },
  idReused: {
    status: 409,
    'zh-CN': '这个编号的记录已存在，但内容不同。',
    en: 'A record with this id exists with other content.',
  },
  recordInvalid: {
    status: 422,
    'zh-CN': '记录的格式不对，已原样保存，等待处理。',
    en: 'The record is not well formed. It is kept word for word until somebody looks at it.',
  },
  householdUnknown: {
    status: 422,
    'zh-CN': '本轮走访名单里没有这一户。',
    en: 'This household is not on the round’s list.',
  },
  roundUnknown: { status: 422, 'zh-CN': '没有这个轮次。', en: 'There is no such round.' },
  roundNotOpen: {
    status: 409,
    'zh-CN': '这一轮走访已经结束或还没开始。',
    en: 'This round has ended or not begun.',
  },
  implausibleTime: {
    status: 422,
    'zh-CN': '记录的时间不合理，请检查平板的日期和时间。',
    en: 'The time of the record is not plausible. Check the tablet’s date and time.',
  },
  notAssigned: {
    status: 422,
    'zh-CN': '这一户没有分配给您的小组。',
    en: 'This household is not assigned to your team.',
  },
  notPermitted: {
    status: 422,
    'zh-CN': '您的角色不能提交这种记录。',
    en: 'Your role cannot send records of this kind.',
  },
  formMismatch: {
    status: 422,
    'zh-CN': '走访记录表的版本与本轮不符。',
    en: 'The visit form is not this round’s version.',
  },
  questionnaireMismatch: {
    status: 422,
    'zh-CN': '问卷版本与本轮不符。',
    en: 'The questionnaire is not this round’s version.',
  },
  answerUnknown: {
    status: 422,
    'zh-CN': '答卷里有问卷没有的题目“{item}”。',
    en: 'There is an answer to “{item}”, which the questionnaire does not ask.',
  },
  answerWrongType: {
    status: 422,
    'zh-CN': '“{item}”的答案类型不对。',
    en: 'The answer to “{item}” has the wrong type.',
  },
  answerOutsideChoices: {
    status: 422,
    'zh-CN': '“{item}”的答案不在选项之内。',
    en: 'The answer to “{item}” is not among its choices.',
  },
  answerHidden: {
    status: 422,
    'zh-CN': '“{item}”按跳题规则不该作答，却有答案。',
    en: '“{item}” was not asked, yet it has an answer.',
  },
  answerMissing: {
    status: 422,
    'zh-CN': '必答题“{item}”没有答案。',
    en: 'The required item “{item}” has no answer.',
  },
  answerTooLong: { status: 422, 'zh-CN': '“{item}”的内容太长。', en: 'The answer to “{item}” is too long.' },
  readAloudNotOffered: {
    status: 422,
    'zh-CN': '楼道长或邻居在场时不能由工作人员念题。',
    en: 'While a building head or neighbour is present the questionnaire is not read aloud.',
  },
  appointmentNeedsTime: {
    status: 422,
    'zh-CN': '约定再来需要日期和时间段。',
    en: 'An appointment needs a day and a time window.',
  },
  visitUnknown: {
    status: 422,
    'zh-CN': '没有要更正的那条走访记录。',
    en: 'The visit to be corrected is not there.',
  },

  // Imports
  fileEmpty: {
    status: 422,
    'zh-CN': '文件是空的。',
    en: 'The file is empty.',
  },
  fileTooBig: {
    status: 422,
    'zh-CN': '文件太大，最多 {limit} 字节。',
    en: 'The file is too large; the limit is {limit} bytes.',
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
    'zh-CN': '文件解开后太大，最多 {limit} 字节。',
    en: 'Unpacked, the file is too large; the limit is {limit} bytes.',
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
  importUndoBlocked: {
    status: 409,
    'zh-CN': '有 {count} 户已用于走访轮次，不能撤销这次导入。',
    en: '{count} of the households are used in a round, so the import cannot be undone.',
  },
  importInterrupted: {
    status: 409,
    'zh-CN': '导入中途程序停止，没有保存任何内容，请重新开始。',
    en: 'The program stopped during the import and nothing was kept. Please start again.',
  },

  // Rates, revisits
  ruleInvalid: {
    status: 422,
    'zh-CN': '规则条件写得不对：{at}。',
    en: 'The rule’s condition is wrong: {at}.',
  },
  revisitStateWrong: {
    status: 409,
    'zh-CN': '这条再走访已经处理过了。',
    en: 'This revisit has been dealt with already.',
  },
  reasonMissing: {
    status: 422,
    'zh-CN': '请写明查看实名答卷的理由。',
    en: 'State the reason for looking at a named response.',
  },
} as const satisfies Record<string, { status: number; 'zh-CN': string; en: string }>;

export type ProblemCode = keyof typeof problems;
