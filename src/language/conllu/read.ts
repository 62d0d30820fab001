import { type SentenceTable, StringTable, type TokenTable, UserError } from '../../model/index.ts';
import { straighten } from '../forms.ts';

/** A CoNLL-U file whose sentences and words are kept as given. */
export interface GivenWords {
  /** The text the words make, blanks as `SpaceAfter` says. */
  readonly text: string;
  readonly sentences: SentenceTable;
  readonly tokens: TokenTable;
  /** The lines of the file, and for those of words the index of the token. */
  readonly lines: readonly { readonly text: string; readonly token: number | null }[];
}

interface Draft {
  text: string;
  readonly start: number[];
  readonly end: number[];
  readonly form: string[];
  readonly sentence: number[];
}

/** A written word of several words: up to which, where the next of them begins, where it ends, whether no blank follows. */
interface Surface {
  readonly until: number;
  next: number;
  readonly end: number;
  readonly tight: boolean;
}

/**
 * Reads sentences and words; tags and trees the file may hold are not read.
 *
 * @throws UserError with the line of the first row that is no row of CoNLL-U.
 */
export function readConllu(source: string, file: string): GivenWords {
  const draft: Draft = { text: '', start: [], end: [], form: [], sentence: [] };
  const lines: { text: string; token: number | null }[] = [];
  const first: number[] = [];
  let open = false;
  let surface: Surface | null = null;
  source.split(/\r?\n/u).forEach((line, index) => {
    if (line === '' || line.startsWith('#')) {
      if (line === '') open = false;
      lines.push({ text: line, token: null });
      return;
    }
    const [id = '', form = '', ...rest] = line.split('\t');
    const number = /^(\d+)(?:-(\d+)|\.\d+)?$/u.exec(id);
    if (!number || rest.length !== 8 || form === '') {
      throw new UserError('not a line of CoNLL-U: ten columns with tabs between them, the first a number', {
        at: { file, line: index + 1 },
        hint: 'see universaldependencies.org/format.html',
      });
    }
    if (!open) {
      open = true;
      first.push(draft.start.length);
      surface = null;
    }
    const tight = /(?:^|\|)SpaceAfter=No(?:\||$)/u.test(rest[7] ?? '');
    const word = /^\d+$/u.test(id);
    lines.push({ text: line, token: word ? draft.start.length : null });
    if (number[2] !== undefined) {
      const start = draft.text.length;
      draft.text += form;
      surface = { until: Number(number[2]), next: start, end: draft.text.length, tight };
    } else if (word) {
      if (surface) addInside(draft, form, surface);
      else addWord(draft, form);
      draft.sentence.push(first.length - 1);
      if (surface === null ? !tight : Number(id) === surface.until && !surface.tight) draft.text += ' ';
      if (surface && Number(id) === surface.until) surface = null;
    }
  });
  return { ...tables(draft, first), lines };
}

function addWord(draft: Draft, form: string): void {
  draft.start.push(draft.text.length);
  draft.text += form;
  draft.end.push(draft.text.length);
  draft.form.push(form);
}

/** A part of a written word: where its letters stand in it, else (as in "gonna", "im") as many letters as it has. */
function addInside(draft: Draft, form: string, surface: Surface): void {
  draft.start.push(surface.next);
  surface.next = Math.min(surface.next + form.length, surface.end);
  draft.end.push(surface.next);
  draft.form.push(form);
}

function tables(draft: Draft, first: readonly number[]): Pick<GivenWords, 'text' | 'sentences' | 'tokens'> {
  const { text, start, end, form, sentence } = draft;
  const strings = new StringTable();
  const endToken = first.map((_, i) => first[i + 1] ?? start.length);
  return {
    text,
    sentences: {
      length: first.length,
      start: Uint32Array.from(first, (token) => start[token] ?? 0),
      end: Uint32Array.from(endToken, (token) => end[token - 1] ?? 0),
      firstToken: Uint32Array.from(first),
      endToken: Uint32Array.from(endToken),
      passage: new Uint32Array(first.length),
    },
    tokens: {
      length: start.length,
      start: Uint32Array.from(start),
      end: Uint32Array.from(end),
      sentence: Uint32Array.from(sentence),
      form: Uint32Array.from(form, (word) => strings.intern(word)),
      lower: Uint32Array.from(form, (word) => strings.intern(straighten(word.toLowerCase()))),
      strings,
    },
  };
}
