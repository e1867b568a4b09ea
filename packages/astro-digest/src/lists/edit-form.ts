import { button, element } from '../reader/element.ts';
import type { Translate } from '../strings/translate.ts';
import { longestNote } from './kept/check-marks.ts';
import type { StarredRow } from './starred-rows.ts';
import { parseTags } from './tags.ts';

/** What a reader has written to a paper; nothing where a field is empty. */
export interface OwnWords {
  tags: string[] | undefined;
  note: string | undefined;
}

/** Makes a form for the tags and the note of a paper. It is given up with Escape. */
export function editForm(
  { tags = [], note = '' }: StarredRow,
  t: Translate,
  { save, leave }: { save(words: OwnWords): void; leave(): void },
): HTMLFormElement {
  const form = element('form', 'digest-edit', '');
  const tagField = element('input', '', '');
  tagField.value = tags.join(', ');
  tagField.autocomplete = 'off';
  const noteField = element('textarea', '', '');
  noteField.value = note;
  noteField.rows = 3;
  noteField.maxLength = longestNote;
  const submit = element('button', '', t('listSave'));
  const labelled = (text: string, field: HTMLElement): HTMLLabelElement => {
    const label = element('label', '', text);
    label.append(field);
    return label;
  };
  form.append(
    labelled(t('listTags'), tagField),
    labelled(t('listNote'), noteField),
    submit,
    button('', t('listLeave'), leave),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const known = parseTags(tagField.value);
    save({
      tags: known.length > 0 ? known : undefined,
      note: noteField.value.trim() || undefined,
    });
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    leave();
  });
  return form;
}
