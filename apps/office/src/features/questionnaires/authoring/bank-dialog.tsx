import { Button, Input, Modal, Select } from 'antd';
import { LibraryBig } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { indicators } from '@huhudao/domain';
import {
  askedAlready,
  bankSubjects,
  insertFromBank,
  itemBank,
  searched,
  type BankItem,
  type BankSearch,
} from '@huhudao/questionnaire/authoring';
import { useLocale } from '@huhudao/ui';
import { useTexts } from '../../../i18n/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { BankPreview } from './bank-preview.tsx';
import { placeAfter } from './place-after.ts';
import { useAuthoring } from './use-authoring.ts';

/** 从题库加题: opens the bank. It stays open, so that several items are added one after the other. */
export function BankButton(): ReactElement | null {
  const t = useTexts();
  const { kind } = useAuthoring();
  const [open, setOpen] = useState(false);
  if (kind !== 'questionnaire') return null;
  return (
    <>
      <Button className="bank-open" icon={<LibraryBig size={15} aria-hidden />} onClick={() => setOpen(true)}>
        {t('bank.open')}
      </Button>
      <Modal
        open={open}
        title={t('bank.title')}
        footer={null}
        width={920}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <BankForm onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

const everything: BankSearch = { words: '', indicator: null, subject: null };

/** The enter key adds the item that is looked at, from the list as from the search. */
function BankForm({ onClose }: { onClose: () => void }): ReactElement {
  const t = useTexts();
  const { definition, place, apply } = useAuthoring();
  const [search, setSearch] = useState(everything);
  const [key, setKey] = useState('');
  const [added, setAdded] = useState('');
  const label = useBankLabel();
  const found = searched(itemBank, search);
  const item = found.find((one) => one.key === key) ?? found[0];
  const already = item === undefined || askedAlready(definition, item) !== null;
  const add = (): void => {
    if (item === undefined || already) return;
    apply(insertFromBank(definition, item, placeAfter(definition, place)));
    setAdded(t('bank.added', { label: label(item) }));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <SearchFields search={search} onChange={setSearch} />
      <div className="bank">
        <BankList items={found} chosen={item} onChoose={(one) => setKey(one.key)} />
        {item === undefined ? <p className="muted">{t('bank.nothing')}</p> : <BankPreview item={item} />}
      </div>
      <div className="row bank-foot">
        <span role="status">{added}</span>
        <Button onClick={onClose}>{t('bank.close')}</Button>
        <Button type="primary" htmlType="submit" disabled={already}>
          {t('bank.add')}
        </Button>
      </div>
    </form>
  );
}

type SearchProps = { search: BankSearch; onChange: (search: BankSearch) => void };

function SearchFields({ search, onChange }: SearchProps): ReactElement {
  const t = useTexts();
  const words = useWords();
  return (
    <div className="row">
      <Input
        autoFocus
        allowClear
        className="bank-words"
        aria-label={t('bank.search')}
        placeholder={t('bank.searchHint')}
        value={search.words}
        onChange={(event) => onChange({ ...search, words: event.target.value })}
      />
      <Select
        className="bank-filter"
        aria-label={t('bank.indicator')}
        value={search.indicator ?? 'all'}
        onChange={(value) =>
          onChange({ ...search, indicator: indicators.find((one) => one === value) ?? null })
        }
        options={[
          { value: 'all', label: t('bank.allIndicators') },
          ...indicators.map((value) => ({ value, label: words.indicator(value) })),
        ]}
      />
      <Select
        className="bank-filter"
        aria-label={t('bank.subject')}
        value={search.subject ?? 'all'}
        onChange={(value) =>
          onChange({ ...search, subject: bankSubjects.find((one) => one === value) ?? null })
        }
        options={[
          { value: 'all', label: t('bank.allSubjects') },
          ...bankSubjects.map((value) => ({ value, label: t(`bank.subjectWord.${value}`) })),
        ]}
      />
    </div>
  );
}

type ListProps = {
  items: readonly BankItem[];
  chosen: BankItem | undefined;
  onChoose: (item: BankItem) => void;
};

/** One stop of the tab key; the arrows go through the list, as in any list of radio buttons. */
function BankList({ items, chosen, onChoose }: ListProps): ReactElement {
  const t = useTexts();
  const { definition } = useAuthoring();
  const label = useBankLabel();
  return (
    <fieldset className="bank-list">
      <legend className="visually-hidden">{t('bank.items')}</legend>
      {items.map((item) => (
        <label key={item.key} className="bank-row">
          <input type="radio" name="bank" checked={item === chosen} onChange={() => onChoose(item)} />
          <span>{label(item)}</span>
          {askedAlready(definition, item) === null ? null : (
            <span className="muted small">{t('bank.inForm')}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

function useBankLabel(): (item: BankItem) => string {
  const { locale } = useLocale();
  return ({ label: [zh, en] }) => (locale === 'en' ? en : zh);
}
