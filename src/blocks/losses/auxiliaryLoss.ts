// What keeps the experts busy.
import { defineBlock } from '../block'
import { tensor } from '../example'
import { choiceWords, phrases, terms } from '../words'

export const auxiliaryLoss = defineBlock({
  type: 'auxiliaryLoss',
  label: { en: 'Auxiliary loss', ja: '補助損失', 'zh-Hans': '辅助损失', 'zh-Hant': '輔助損失' },
  group: 'losses',
  about: {
    en: 'Keeps a router useful: importance and load even out what the experts get, z keeps the scores small, local entropy makes each choice sure and global entropy spreads a modality over experts.',
    ja: 'ルーターを役に立つ状態に保つ。importance と load はエキスパートの受け持ちをならし、z はスコアを小さく保ち、局所エントロピーは各選択を確かにし、大域エントロピーはモダリティを複数のエキスパートに広げる。',
    'zh-Hans':
      '使路由器保持有用：importance 与 load 均衡各专家所得，z 使分数保持较小，局部熵使每次选择更确定，全局熵使一种模态分散到多个专家。',
    'zh-Hant':
      '使路由器保持有用：importance 與 load 均衡各專家所得，z 使分數保持較小，局部熵使每次選擇更確定，全域熵使一種模態分散到多個專家。',
  },
  source:
    'Riquelme et al., V-MoE, arXiv:2106.05974; Mustafa et al., LIMoE, arXiv:2206.02770; Zoph et al., ST-MoE, arXiv:2202.08906',
  fields: {
    form: {
      type: 'choice',
      label: terms.form,
      options: ['importance', 'load', 'z', 'local entropy', 'global entropy'],
      initial: 'importance',
    },
    modality: {
      type: 'words',
      label: terms.modality,
      hint: {
        en: 'Whose tokens it looks at; empty for all.',
        ja: 'どのモダリティのトークンを見るか。空ならすべて。',
        'zh-Hans': '只看哪种模态的词元；留空为全部。',
        'zh-Hant': '只看哪種模態的詞元；留空為全部。',
      },
      initial: '',
    },
  },
  inputs: [{ id: 'gates', kinds: ['gates'] }],
  outputs: [{ id: 'loss', kinds: ['loss'] }],
  shape: () => ({ loss: { kind: 'loss', shape: [] } }),
  sublabel: ({ form, modality }, _, say) => [say(choiceWords(form)), modality].filter(Boolean).join(say(phrases.comma)),
  example: { gates: tensor('gates', ['B', 272, 32], 'vision', 'language') },
})
