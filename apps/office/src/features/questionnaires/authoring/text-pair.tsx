import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import {
  wordsOf,
  withOptionalWords,
  type Language,
  type LocalisedText,
} from '@huhudao/questionnaire/authoring';
import { useTexts } from '../../../i18n/index.ts';
import { useAuthoring } from './use-authoring.ts';

type Props = {
  label: string;
  text: LocalisedText | undefined;
  onChange: (text: LocalisedText | undefined, language: Language) => void;
  isTitle?: boolean;
  limit?: number;
};

/** A text in both languages beside each other, so that neither is forgotten. */
export function TextPair({ label, text, onChange, isTitle = false, limit = 1000 }: Props): ReactElement {
  const t = useTexts();
  const id = useId();
  const { readOnly, takeFocus } = useAuthoring();
  const words = wordsOf(text);
  const first = useRef<TextAreaRef>(null);
  // A moment later: the key that added the item is still down, and would write into its title.
  useEffect(() => {
    if (!isTitle || !takeFocus('title')) return;
    requestAnimationFrame(() => first.current?.focus());
  });
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {label}
      </span>
      <div className="text-pair">
        {(['zh', 'en'] as const).map((language) => (
          <Input.TextArea
            key={language}
            aria-label={`${label}（${t(`authoring.language.${language}`)}）`}
            placeholder={t(`authoring.language.${language}`)}
            autoSize={{ minRows: 1, maxRows: 6 }}
            ref={language === 'zh' ? first : null}
            maxLength={limit}
            readOnly={readOnly}
            value={words[language]}
            onChange={(event) => onChange(withOptionalWords(text, language, event.target.value), language)}
          />
        ))}
      </div>
    </div>
  );
}
