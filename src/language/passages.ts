import type { Article, Block, Passage, PassageKind } from '../model/index.ts';

/**
 * Passages of an article: its blocks, each with what it is in news. A paragraph that opens with a dateline is two
 * passages. Text outside the blocks is in none.
 */
export function findPassages(article: Pick<Article, 'reading' | 'blocks'>): Passage[] {
  return article.blocks.flatMap((block): Passage[] => {
    const text = article.reading.slice(block.start, block.end);
    const kind = kindOf(block, text);
    if (kind !== 'prose') return [{ start: block.start, end: block.end, kind }];
    const length = datelineLength(text);
    if (length === 0) return [{ start: block.start, end: block.end, kind }];
    const split = block.start + length;
    return [
      { start: block.start, end: split, kind: 'dateline' },
      { start: split, end: block.end, kind },
    ];
  });
}

function kindOf(block: Block, text: string): PassageKind {
  if (block.kind === 'code' || block.kind === 'title') return block.kind;
  // Rules look at the start and end of a block only, so a huge one costs no more than a short one.
  const trimmed = text.length > LONG ? text.slice(0, LONG).trim() : text.trim();
  const words = text.length > LONG ? LONG : wordsOf(trimmed);
  if (isBoilerplate(trimmed, words)) return 'boilerplate';
  if (block.kind === 'heading') return 'heading';
  if (words <= 25 && CREDIT.test(trimmed)) return 'credit';
  if (words <= 14 && STAMP.test(trimmed)) return 'dateline';
  if (words <= 90 && MAY_END_CAPTION.test(trimmed.slice(-160)) && CAPTION.test(trimmed.slice(-160)))
    return 'caption';
  if (words <= 90 && CAPTION_START.test(trimmed)) return 'caption';
  return 'prose';
}

const LONG = 2_000;

/** Words parted by blanks; 1 for an empty text. */
function wordsOf(text: string): number {
  let words = 1;
  for (const _ of text.matchAll(/\s+/g)) words++;
  return words;
}
const AGENCY = String.raw`(?:AP|AFP|Reuters|EPA|EFE|UPI|DPA|TASS|Xinhua|Getty(?: Images)?|Associated Press|Shutterstock|Anadolu|Bloomberg|NurPhoto|Sipa|Zuma)`;

const CREDIT = new RegExp(
  [
    String.raw`^[([]?\s*(?:photo(?:s|graphs?)?|image|picture|video|illustration|file photo|credit|source)(?:\s+(?:by|credit|courtesy))*\s*[:/]`,
    String.raw`^[([]?\s*(?:photo|image|picture|video)\s+(?:by|courtesy)\b`,
    String.raw`^[([]?\s*${AGENCY}(?:\s+(?:Photo|Images?))?\s*[/|]`,
    String.raw`^[([][^()[\]]*(?:${AGENCY}|[Pp]hoto)[^()[\]]*[)\]]$`,
    String.raw`^[^.!?]{0,60}\bvia\s+(?:Getty(?: Images)?|AP|AFP|Reuters|REUTERS|Shutterstock)\b[^.!?]{0,30}$`,
    String.raw`^[^.!?]{2,40}/\s*${AGENCY}\b[^.!?]{0,20}$`,
    String.raw`^(?:By|BY|Written by|Reporting by|Story by)\s+\p{Lu}[^.!?]{2,80}$`,
    String.raw`^\(?(?:Additional\s+)?(?:reporting|writing|editing)\s+by\b`,
  ].join('|'),
  'u',
);

const CAPTION = new RegExp(
  [
    String.raw`\((?:[^()]{0,60}[\s/])?${AGENCY}(?:\s+(?:Photo|Images?|File))?(?:\s*/[^()]{1,60})?\)\s*$`,
    String.raw`[(|\[][^()]{0,20}(?:Photo|Image|Picture|Photograph)s?\b(?: by| credit|:)[^()]{1,80}[)\]]?\s*$`,
    String.raw`\b(?:via|/)\s*Getty(?: Images)?\s*[)\]]?\s*$`,
    String.raw`\(?${AGENCY} Photo/[^().]{2,60}\)?\s*$`,
    String.raw`(?:Photograph|Photo|Credit|Image): [^.]{2,60}$`,
  ].join('|'),
  'u',
);
/** What every end of a caption has; looked for first, since the patterns cost more. */
const MAY_END_CAPTION = /[([|]|Getty|Photo\/|: /;
const CAPTION_START =
  /^(?:FILE\b\s*[-–—:]|FILE PHOTO|File photo|Image caption|Media caption|Photo:|PHOTO:|In this (?:[A-Z][a-z]+,? ){0,2}(?:[A-Z]\w*\.?,? )?(?:\d+,? )*(?:file |handout )?(?:photo|image|picture))/;

const MONTH = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const STAMP = new RegExp(
  [
    String.raw`^(?:Published|Updated|Posted|Last updated|Last modified|First published|PUBLISHED|UPDATED|Issued on)\b[^.!?]*$`,
    String.raw`^(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,?\s+)?(?:${MONTH}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\s+${MONTH},?\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d\d-\d\d)[\s,|·–—-]*(?:at\s+)?[\d:.\s]*(?:[ap]\.?m\.?|AM|PM|GMT|UTC|E[SD]?T|hrs|IST|\(\w+\))*[\s,|·–—-]*(?:\d+ min(?:ute)?s? read)?$`,
  ].join('|'),
  'u',
);

const PLACE = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:of|the|and|de|du) ){0,2}\p{Lu}[\p{L}.'’-]*){0,3}`;
/** "KABUL, Afghanistan (AP) —", "Washington (CNN) -", "PARIS, Nov. 14 —", "PARIS, Nov. 14 (Any News Agency) —"; "N'DJAMENA, Chad --", "ST. LOUIS --"; but "ISIS–K" is a name. */
const DAY = String.raw`(?:${MONTH}\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+${MONTH}(?:,?\s+\d{4})?)`;
const DATELINE = new RegExp(
  String.raw`^\s*(?:(?:${PLACE}),?\s+${DAY}\s*\(\p{Lu}[^()]{1,40}\)\s*(?:--?|[–—:])\s*|(?:${PLACE})(?:\s*[,/]\s*(?:${DAY}|${PLACE})){0,3}\s*(?:,?\s*\(\s*${AGENCY}\s*\)|\((?:[A-Z]{2,8}|CNN|IRNA|VOA)\))\s*(?:--?|[–—:])\s*|(?:(?:\p{Lu}{3,}|\p{Lu}['’\p{Lu}][.'’ ]{0,2}\p{Lu}{2,})[\p{Lu}.'’ -]*)(?:\s*,\s*(?:${DAY}|${PLACE})){0,3}\s*(?:\(\p{Lu}[^()]{1,40}\)\s*)?(?:--|\s-\s|[–—](?!\p{Lu}{1,2}(?!\p{L})))\s*)`,
  'u',
);

/** A name in brackets before a dash, or capitals at the start and a dash: datelines have one of them. The pattern itself costs more. */
const MAY_BE_DATELINE = /\(\s*[A-Z][A-Za-z ]{0,24}\)\s*[-–—:]|^\s*[^a-z\d\s]{2}[^]*?(?:--|\s-\s|[–—])/;

/** How many characters of a paragraph are its dateline, blanks after it included. */
function datelineLength(text: string): number {
  const head = text.slice(0, 160);
  const found = MAY_BE_DATELINE.test(head) ? DATELINE.exec(head) : null;
  return found && found[0].trim().length < text.trim().length ? found[0].length : 0;
}

const PHRASES = new RegExp(
  [
    String.raw`^(?:related|recommended|trending|popular|latest|more)\s+(?:articles?|stories|story|news|posts?|topics?|content|reading|coverage|videos?|from|on this)\b`,
    String.raw`^(?:read|see|watch|listen|learn|find out|click)\s+(?:more|also|here|next|now|the full|our)\b`,
    String.raw`^(?:source|original)\s+(?:link|article|url)\b`,
    String.raw`^(?:source|via|tags?|topics?|filed under|categories|category|keywords)\s*:`,
    String.raw`^(?:advertisement|advertising|sponsored|sponsored content|promoted|story continues below|article continues after|skip to|loading|share|tweet|print|comments?|leave a (?:comment|reply)|view comments|no comments)\b[^.]{0,60}$`,
    String.raw`^(?:sign up|subscribe|register|log ?in|join|donate|support (?:us|our|independent|quality)|become a (?:member|subscriber)|get (?:the|our|all|unlimited|breaking)|enter your email|don['’]t miss|already a (?:member|subscriber)|start your|create an? (?:free )?account)\b.*(?:access|newsletter|e-?mail|inbox|subscri|account|member|journalism|updates?|alerts?|today|now|app|channel|telegram|whatsapp|free|offer|trial)`,
    String.raw`\b(?:sign up (?:for|to)|subscribe to) (?:our|the|my|a|this)\b.*(?:newsletter|e-?mail|channel|podcast|briefing|updates)`,
    String.raw`^(?:follow|like|find|contact|connect with|join|reach) (?:us|him|her|me|them|the \w+|@?\w+|\w+ \w+) (?:on|at|via) (?:twitter|facebook|instagram|telegram|x|youtube|linkedin|whatsapp|@)`,
    String.raw`\ball rights reserved\b`,
    String.raw`^(?:copyright|©|\(c\))\s`,
    String.raw`^this (?:article|story|post|content|piece|report) (?:was|has been|is|originally) (?:originally |first |also )?(?:published|appeared|produced|provided|syndicated|sponsored|adapted|generated)\b`,
    String.raw`^(?:terms of (?:use|service)|privacy policy|cookie|we use cookies|your (?:privacy|email)|by (?:clicking|signing up|subscribing|continuing))\b`,
    String.raw`^(?:editor['’]s note|disclaimer|correction)\s*:`,
    String.raw`^(?:https?:\/\/|www\.)\S+$`,
  ].join('|'),
  'iu',
);

/** How such phrases begin, and what they have anywhere: looked for first, since the patterns cost more. */
const MAY_BE_PHRASE =
  /^(?:related|recommended|trending|popular|latest|more|read|see|watch|listen|learn|find|click|source|original|via|tag|topic|filed|categor|keywords|advertis|sponsored|promoted|story cont|article cont|skip|loading|share|tweet|print|comment|leave a|view comm|no comm|sign|subscribe|register|log|join|donate|support|become a|get|enter your|don['’]t|already|start your|create|follow|like|contact|connect|reach|copyright|©|\(c\)|this (?:article|story|post|content|piece|report)|terms|privacy|cookie|we use|your (?:privacy|email)|by (?:click|sign|subscrib|continu)|editor|disclaimer|correction|https?:|www\.)|sign up|subscribe to|all rights/i;

const isBoilerplate = (text: string, words: number): boolean =>
  words <= 60 &&
  ((MAY_BE_PHRASE.test(text) && PHRASES.test(text)) ||
    (!/[a-z\d]/i.test(text) && !/[\p{L}\p{N}]/u.test(text)));
