import { didYouMean } from '../../faults/index.ts';
import { UPOS } from '../../model/index.ts';
import { PENN_TAGS } from './classes.ts';
import type { WrittenCondition, WrittenValue } from './conditions.ts';
import type { PatternCursor } from './cursor.ts';
import { compileExpression } from './expression.ts';
import { alternatives, normalise, sequence, token } from './nodes.ts';
import type { Constraint, PatternContext, PatternNode, TokenField, WordExpression } from './syntax.ts';

export const FIELDS: readonly TokenField[] = ['word', 'form', 'lemma', 'pos', 'tag'];

/** Makes conditions of what is written: vocabularies looked up, tags and expressions checked. */
export class Constraints {
  readonly #cursor: PatternCursor;
  readonly #vocabulary: PatternContext['vocabulary'];

  constructor(cursor: PatternCursor, { vocabulary }: PatternContext) {
    this.#cursor = cursor;
    this.#vocabulary = vocabulary;
  }

  /** A token for which all conditions hold; where one is a vocabulary with phrases, one of the phrases. */
  token(written: readonly WrittenCondition[], start: number): PatternNode {
    const lexical = written.some(({ field, negated }) => field !== 'pos' && field !== 'tag' && !negated);
    const phrasal = written.find(
      ({ negated, values }) =>
        !negated && values.some(({ kind, text }) => kind === 'vocabulary' && this.#hasPhrases(text)),
    );
    if (!phrasal)
      return token(
        written.map((condition) => this.constraint(condition, true)),
        lexical,
      );
    const rest = written
      .filter((condition) => condition !== phrasal)
      .map((condition) => this.constraint(condition, true));
    const entries = phrasal.values.flatMap(({ kind, text, offset }) => {
      if (kind === 'expression')
        this.#cursor.note(
          'a regular expression can not stand beside a vocabulary with phrases',
          offset,
          'write two alternatives: ( [lemma=$…] | [lemma=/…/] )',
        );
      return kind === 'vocabulary' ? this.#lookUp(text, offset) : [text];
    });
    if (phrasal.field !== 'lemma')
      this.#cursor.note(
        `a vocabulary with phrases can only be a value of "lemma"`,
        phrasal.offset,
        'write lemma=, or take its phrases out',
      );
    return this.#entries(entries, rest, start);
  }

  /** A lemma or a phrase of lemmas of a vocabulary. */
  vocabulary(name: string, start: number): PatternNode {
    return this.#entries(this.#lookUp(name, start), [], start);
  }

  constraint({ field: name, negated, values }: WrittenCondition, phrasesHandled: boolean): Constraint {
    const field = name as TokenField;
    const expressions: WordExpression[] = [];
    const texts = values.flatMap((value) => {
      if (value.kind === 'expression') {
        expressions.push(...this.#expression(field, value));
        return [];
      }
      if (value.kind === 'text') return this.#values(field, value);
      if (field === 'pos' || field === 'tag') {
        this.#cursor.note(
          `"${field}" takes no vocabulary`,
          value.offset,
          'write its values here, joined by "|"',
        );
        return [];
      }
      if (this.#hasPhrases(value.text) && (negated || !phrasesHandled))
        this.#cursor.note(
          `vocabulary "$${value.text}" holds phrases, which can't be used here`,
          value.offset,
          'use one of single words',
        );
      return this.#lookUp(value.text, value.offset).map((entry) =>
        field === 'form' ? entry : normalise(entry),
      );
    });
    return { field, negated, values: new Set(texts), ...(expressions.length > 0 && { expressions }) };
  }

  #expression(field: TokenField, { text, offset }: WrittenValue): WordExpression[] {
    if (field === 'pos' || field === 'tag') {
      this.#cursor.note(
        `"${field}" takes no regular expression`,
        offset,
        field === 'tag' ? 'VB* stands for all that begin so' : 'write its values, joined by "|"',
      );
      return [];
    }
    const compiled = compileExpression(text, field === 'form');
    if (!('fault' in compiled)) return [compiled];
    this.#cursor.note(compiled.fault, offset, compiled.hint);
    return [];
  }

  #hasPhrases(name: string): boolean {
    return (this.#vocabulary.get(name) ?? []).some((entry) => /\s/u.test(entry.trim()));
  }

  #lookUp(name: string, offset: number): readonly string[] {
    const entries = this.#vocabulary.get(name);
    if (!entries)
      this.#cursor.note(
        `vocabulary "$${name}" is not declared in this file`,
        offset,
        didYouMean(name, this.#vocabulary.keys()) ??
          `declare it under "vocabulary", or import the file that does`,
      );
    return entries ?? [name];
  }

  /** Lemmas, or phrases of lemmas; what else is asked of the token is asked of the first word of a phrase. */
  #entries(entries: readonly string[], rest: readonly Constraint[], start: number): PatternNode {
    const split = entries.map((entry) => normalise(entry).split(/\s+/u).filter(Boolean));
    const singles = split.filter((words) => words.length === 1).map((words) => words[0]!);
    const phrases = split.filter((words) => words.length > 1);
    const lemma = (values: readonly string[]): Constraint => ({
      field: 'lemma',
      negated: false,
      values: new Set(values),
    });
    const options: PatternNode[] = phrases.map((words) =>
      sequence(words.map((text, index) => token([lemma([text]), ...(index === 0 ? rest : [])], true))),
    );
    if (singles.length > 0) options.push(token([lemma(singles), ...rest], true));
    if (options.length === 0) this.#cursor.fail('this vocabulary is empty', start, 'give it a lemma');
    return alternatives(options);
  }

  #values(field: TokenField, { text, offset }: WrittenValue): readonly string[] {
    if (field === 'form') return [text];
    if (field === 'word' || field === 'lemma') return [normalise(text)];
    const known: readonly string[] = field === 'pos' ? UPOS : PENN_TAGS;
    const prefix = field === 'tag' && text.endsWith('*') ? text.slice(0, -1) : null;
    const found = known.filter((tag) => (prefix === null ? tag === text : tag.startsWith(prefix)));
    if (found.length === 0)
      this.#cursor.note(
        `"${text}" is no ${field === 'pos' ? 'universal part of speech' : 'Penn Treebank tag'}`,
        offset,
        didYouMean(text, known) ??
          (field === 'tag' ? 'such as NN, VBD or VB*' : `one of ${known.join(', ')}`),
      );
    return found;
  }
}
