/** What a mail says, before it has a form. Everything is plain text; a letter never carries markup of its own. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly items?: readonly string[];
  /** What stands below the list: how many more there are. */
  readonly afterItems?: string;
  readonly action?: { readonly label: string; readonly url: string };
  /** Why it came, where that is not the address in a profile. */
  readonly footer?: string;
}

const FOOTER =
  'Это письмо отправлено системой «Практика» на адрес из профиля организации. Отвечать на него не нужно.';

const LONGEST_SUBJECT = 500;
const LONGEST_PARAGRAPH = 5_000;

/** One line without control signs: a line break in a header would begin another header (reliability.md T18). */
const oneLine = (text: string, longest: number) =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, longest);

/** The same letter with every text on one line: names and titles in it were typed by people. */
export function tidyLetter(letter: Letter): Letter {
  const line = (text: string) => oneLine(text, LONGEST_PARAGRAPH);
  return {
    ...letter,
    subject: oneLine(letter.subject, LONGEST_SUBJECT),
    paragraphs: letter.paragraphs.map(line),
    items: letter.items?.map(line),
  };
}

/** The letter as plain text. */
export function letterText({ paragraphs, items = [], afterItems, action, footer = FOOTER }: Letter): string {
  return [
    ...paragraphs,
    ...(items.length > 0 ? [items.map((item) => `— ${item}`).join('\n')] : []),
    ...(afterItems ? [afterItems] : []),
    ...(action ? [`${action.label}: ${action.url}`] : []),
    `--\n${footer}`,
  ].join('\n\n');
}

/** The letter as HTML: no pictures, no scripts, no styles from elsewhere. */
export function letterHtml({
  subject,
  paragraphs,
  items = [],
  afterItems,
  action,
  footer = FOOTER,
}: Letter): string {
  const list = items.map((item) => `<li style="margin:0 0 6px">${escape(item)}</li>`).join('');
  return [
    '<!doctype html><html lang="ru"><head><meta charset="utf-8">',
    `<title>${escape(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#f4f6f8;font-family:Arial,sans-serif;color:#1c2733">',
    '<div style="max-width:600px;margin:0 auto;background:#fff;border-radius:8px;padding:24px;line-height:1.5">',
    ...paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escape(paragraph)}</p>`),
    list && `<ul style="margin:0 0 16px;padding-left:20px">${list}</ul>`,
    afterItems ? `<p style="margin:0 0 16px">${escape(afterItems)}</p>` : '',
    action ? button(action.label, action.url) : '',
    `<p style="margin:24px 0 0;color:#66727f;font-size:13px">${escape(footer)}</p>`,
    '</div></body></html>',
  ].join('');
}

function button(label: string, url: string): string {
  const style =
    'display:inline-block;padding:10px 18px;background:#1f5fbf;color:#fff;border-radius:6px;text-decoration:none';
  return `<p style="margin:0"><a href="${escape(url)}" style="${style}">${escape(label)}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
