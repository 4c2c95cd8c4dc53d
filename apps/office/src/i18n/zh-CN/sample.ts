/** A measurement's sample: who walks it, its reserves, its release. */
export const sample = {
  walkedBy: '由谁走访',
  walkedByHint:
    '第三方测评员的轮次在结束并公开之前，只有创建办和测评员本人看得到；街道和社区查不到名单、进度和结果。',
  byTeams: '社区走访小组',
  byAssessor: '第三方测评员 {{name}}',
  ownTeam: '这一轮由第三方测评员走访，不需要社区走访小组。',
  openTablet: '测评员{{name}}的平板下次同步时收到任务。',
  openHidden: '街道和社区看不到这一轮，直到结束后由创建办公开。',
  assessed: '第三方测评：{{name}}',
  hidden: '第三方测评：{{name}}（未公开）',
  release: '公开结果',
  releaseTitle: '公开“{{name}}”？',
  releaseSeen: '街道和社区从此看得到这一轮的住户名单、走访记录和率。',
  releaseFinal: '公开后不能收回。',
} as const;
