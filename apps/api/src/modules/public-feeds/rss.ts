import type { Feed, FeedEntry } from './feed.js';

/** How long readers may keep a copy, in minutes. */
const TTL_MINUTES = 60;

/** A feed as RSS 2.0 (rssboard.org/rss-specification), with its own address as the board's profile asks. */
export const rss = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', feed.title),
    element('link', feed.homeUrl),
    element('description', feed.description),
    element('language', 'ru'),
    element('lastBuildDate', feed.changedAt.toUTCString()),
    element('ttl', String(TTL_MINUTES)),
    `<atom:link href="${escapeXml(feed.selfUrl)}" rel="self" type="application/rss+xml"/>`,
    ...feed.entries.map(itemOf),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');

const itemOf = (entry: FeedEntry): string =>
  [
    '<item>',
    element('title', entry.title),
    element('link', entry.url),
    // a reader takes it for HTML, so what is escaped once is plain text there
    element('description', escapeXml(entry.summary)),
    // what an item's <author> holds is an e-mail address; a name stands in dc:creator
    element('dc:creator', entry.organization),
    ...entry.tags.map((tag) => element('category', tag)),
    `<guid isPermaLink="false">${escapeXml(entry.id)}</guid>`,
    element('pubDate', entry.publishedAt.toUTCString()),
    '</item>',
  ].join('\n');

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 allows no document to hold, whatever the notation (§2.2): control signs but tab and line breaks. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;

/** Text as the content of an element or of an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
