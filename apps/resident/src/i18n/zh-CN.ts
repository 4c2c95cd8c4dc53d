/** The resident's own texts; how they may answer is in the `ui` namespace, in the tablet's words. */
export const zhCN = {
  opening: '正在打开…',
  trouble: {
    title: '打不开',
    noNetwork: '没有连上网络。请检查网络后再试；二维码还没有用掉。',
    again: '再试一次',
    fault: '这部手机的浏览器打不开这份问卷，什么也没有送出。请用工作人员的平板回答。',
  },
  identity: {
    asks: '{{street}}{{community}}请您答一份问卷',
    voluntary: '回答全凭自愿，可以随时停下。送出之前，答案只在您的手机上。',
  },
  questions: {
    title: '问卷',
    complete: '答完了，送出',
    stop: '停下',
    stopTitle: '先停在这里？',
    end: '到此为止，送出已答的',
    endHelp: '没有答的题不再问。',
    withdraw: '不答了，删掉已答的',
    withdrawHelp: '答案立刻从这部手机上删除，什么也不送出。',
  },
  sending: {
    title: '正在送出…',
    wait: '请不要关掉这一页。',
    notYet: '还没有送出',
    keepOpen: '请不要关掉这一页。答案还在您的手机上；有网络后再试一次。',
    again: '再试一次',
    refused: '没有送出',
    lost: '您的答案没有送出，只在您的手机上；关掉这一页就没有了。',
  },
  sent: {
    title: '已送出',
    thanks: '谢谢您！',
    gone: '答案已经送到，这部手机上不再保留。可以关掉这一页了。',
    show: '可以把这一页给工作人员看一眼：上面没有您的答案。',
  },
} as const;
