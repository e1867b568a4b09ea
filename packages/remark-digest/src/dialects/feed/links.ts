import { linkKind } from '../../inline/links.ts';
import type { KeyedValue } from '../../text/keyed-values.ts';
import type { FieldText } from '../../text/record-fields.ts';
import type { LinkDraft } from '../dialect.ts';
import { attributeText, textOfElement } from './elements.ts';

/** Addresses of what an item is about; those of comments, pictures and the feed itself are none. */
export function linksOf(item: KeyedValue): LinkDraft[] {
  const links: LinkDraft[] = [];
  const add = (field: FieldText | undefined): void => {
    if (!field || !/^https?:\/\/\S+$/i.test(field.text.value)) return;
    field.use();
    links.push({ url: field.text, ...kindOf(field.text.value) });
  };
  for (const child of item.children()) {
    switch (child.key) {
      case 'link':
      case 'atom:link': {
        const rel = attributeText(child, '@rel');
        if (rel && !/^(?:alternate|related|via|canonical)$/i.test(rel.text.value)) break;
        rel?.use();
        add(attributeText(child, '@href') ?? textOfElement(child));
        for (const name of ['@type', '@title', '@hreflang', '@length']) {
          const said = attributeText(child, name);
          // A title such as `pdf` says what the address does.
          if (said && (name !== '@title' || /^(?:pdf|doi|html)$/i.test(said.text.value))) said.use();
        }
        break;
      }
      case 'guid':
      case 'id':
      case 'prism:url':
      case 'feedburner:origlink':
        add(textOfElement(child));
        break;
      case '@rdf:about':
        add({ text: child.text, use: () => child.use() });
        break;
    }
  }
  return links;
}

/** What an item leads to is the paper, unless its address tells something else. */
function kindOf(url: string): Pick<LinkDraft, 'kind'> {
  if (!URL.canParse(url)) return {};
  const kind = linkKind(new URL(url));
  return { kind: kind === 'project' ? 'paper' : kind };
}
