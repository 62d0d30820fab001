import { didYouMean } from '../../faults/index.ts';
import { CLASSES } from './classes.ts';
import { readConditions } from './conditions.ts';
import { Constraints, FIELDS } from './constraints.ts';
import { PatternCursor, SyntaxFault } from './cursor.ts';
import { MENTION_FIELDS, mentionOf } from './mention.ts';
import { alternatives, sequence, token, word } from './nodes.ts';
import { LIMITS } from './syntax.ts';
import type { ArgumentName, MentionNode, PatternContext, PatternFault, PatternNode } from './syntax.ts';

export interface ParsedPattern {
  /** Null where the pattern could not be read at all. */
  readonly node: PatternNode | null;
  readonly faults: readonly PatternFault[];
}

/** Reads one token pattern. Faults of meaning (an unknown vocabulary) are collected; a fault of syntax ends the reading. */
export function parsePattern(pattern: string, context: PatternContext): ParsedPattern {
  const reader = new PatternReader(pattern, context);
  try {
    return { node: reader.read(), faults: reader.cursor.faults };
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return { node: null, faults: [...reader.cursor.faults, error.fault] };
  }
}

class PatternReader {
  readonly cursor: PatternCursor;
  readonly #context: PatternContext;
  readonly #constraints: Constraints;

  constructor(pattern: string, context: PatternContext) {
    this.cursor = new PatternCursor(pattern);
    this.#context = context;
    this.#constraints = new Constraints(this.cursor, context);
  }

  read(): PatternNode {
    const node = this.#alternatives();
    if (!this.cursor.ended) this.cursor.refuse();
    return node;
  }

  #alternatives(): PatternNode {
    const options = [this.#sequence()];
    while (this.cursor.take('|')) options.push(this.#sequence());
    return alternatives(options);
  }

  #sequence(): PatternNode {
    const { cursor } = this;
    const items: PatternNode[] = [];
    for (cursor.skipSpace(); !cursor.ended && cursor.char !== '|' && cursor.char !== ')'; cursor.skipSpace())
      items.push(this.#quantified());
    if (items.length === 0)
      cursor.fail(
        'an alternative or a group is empty',
        cursor.at,
        'write something there; what may be left out is written x?',
      );
    return sequence(items);
  }

  #quantified(): PatternNode {
    const start = this.cursor.at;
    const item = this.#atom();
    const [min, max] = this.#quantifier();
    if (min === 1 && max === 1) return item;
    if (item.kind === 'edge' || item.kind === 'absent')
      this.cursor.fail('this can not be repeated', start, 'take the repeat out: it holds or it does not');
    return { kind: 'repeat', item, min, max };
  }

  #quantifier(): readonly [number, number] {
    if (this.cursor.take('?')) return [0, 1];
    if (this.cursor.take('*')) return [0, LIMITS.repeat];
    if (this.cursor.take('+')) return [1, LIMITS.repeat];
    return this.cursor.char === '{' ? this.#counts() : [1, 1];
  }

  #counts(): readonly [number, number] {
    const { cursor } = this;
    const start = cursor.at;
    const found = cursor.matched(/\{(\d{1,6})(,(\d{1,6}))?\}/uy);
    if (!found) {
      if (cursor.matched(/\{\d+,\}/uy))
        cursor.fail('a repeat needs an upper bound, such as {1,5}', start, `the highest is ${LIMITS.repeat}`);
      return cursor.fail('a repeat is written {2} or {0,5}', start, 'write it so, without blanks');
    }
    const min = Number(found[1]);
    const max = found[3] === undefined ? min : Number(found[3]);
    if (max > LIMITS.repeat)
      cursor.fail(
        `a repeat goes up to ${LIMITS.repeat} at most`,
        start,
        'lower the bound; several in a row reach further',
      );
    if (min > max)
      cursor.fail('the lower bound of this repeat is above the upper one', start, `write {${max},${min}}`);
    if (max === 0) cursor.fail('a repeat of nothing', start, 'take it out with what it repeats');
    return [min, max];
  }

  #atom(): PatternNode {
    const { cursor } = this;
    const start = cursor.at;
    const char = cursor.char!;
    const bracket = (): PatternNode => cursor.nested(start, ')', () => this.#alternatives());
    if (cursor.pattern.startsWith('..', start)) return this.#gap();
    if (cursor.take('(')) return bracket();
    if (cursor.take('!(')) return { kind: 'absent', item: bracket() };
    if (cursor.take('^(')) return { kind: 'trigger', item: bracket() };
    if (cursor.take('<')) return { kind: 'edge', at: 'start' };
    if (cursor.take('>')) return { kind: 'edge', at: 'end' };
    if (char === '"') return this.#literal();
    if (cursor.take('['))
      return this.#constraints.token(
        readConditions(
          cursor,
          start,
          FIELDS,
          (field) => didYouMean(field, FIELDS) ?? `known: ${FIELDS.join(', ')}`,
        ),
        start,
      );
    if (cursor.take('$')) return this.#constraints.vocabulary(cursor.bareWord(), start);
    if (cursor.take('@')) return this.#argument(start);
    if (cursor.take('#')) return this.#mention(null, start);
    if (cursor.take('%')) return this.#class(start);
    return this.#word(char, start);
  }

  #word(char: string, start: number): PatternNode {
    const { cursor } = this;
    const hint = `quote it if the sign itself is meant: "${char}"`;
    if (/[,;:]/u.test(char)) {
      cursor.at++;
      return word(char);
    }
    if (/[?*+{]/u.test(char)) cursor.fail('there is nothing to repeat here', start, hint);
    const text = cursor.bareWord();
    if (text === '') cursor.fail(`"${char}" can't stand here`, start, hint);
    return text === '_' ? token([], false) : word(text);
  }

  #gap(): PatternNode {
    const item = token([], false);
    if (this.cursor.take('...')) return { kind: 'repeat', item, min: 0, max: LIMITS.repeat };
    const start = this.cursor.at;
    this.cursor.at += 2;
    if (this.cursor.char !== '{')
      this.cursor.fail('a gap is written ... or ..{0,5}', start, 'write one of the two');
    const [min, max] = this.#counts();
    return { kind: 'repeat', item, min, max };
  }

  #literal(): PatternNode {
    const start = this.cursor.at;
    const words = this.cursor.quoted().split(/\s+/u).filter(Boolean);
    if (words.length === 0)
      this.cursor.fail(
        'there is nothing between these quotation marks',
        start,
        'write words there, or take them out',
      );
    return sequence(words.map(word));
  }

  #class(start: number): PatternNode {
    const name = this.cursor.bareWord();
    const found = CLASSES.get(name);
    if (!found)
      this.cursor.note(
        `there is no class %${name}`,
        start,
        didYouMean(name, CLASSES.keys()) ?? 'take it out',
      );
    return found ?? token([], false);
  }

  #argument(start: number): PatternNode {
    const name = this.cursor.bareWord();
    if (name === 'source' || name === 'target') return this.#mention(name, start);
    return this.cursor.fail(
      `there is no argument @${name}`,
      start,
      didYouMean(name, ['source', 'target']) ?? 'an argument is @source or @target',
    );
  }

  /** After `@source`, `@target` or `#`: `[type=person kind=name role=subject lemma=leader]`; `#location` for short. */
  #mention(argument: ArgumentName | null, start: number): MentionNode {
    const { cursor } = this;
    const named = argument === null && cursor.char !== '[' ? cursor.bareWord() : null;
    const fields = [...MENTION_FIELDS, ...FIELDS];
    const written = cursor.take('[')
      ? readConditions(
          cursor,
          start,
          fields,
          (field) => didYouMean(field, fields) ?? `known: ${fields.join(', ')}`,
        )
      : [];
    if (named === '' && written.length === 0)
      cursor.fail('a type is missing after "#"', start, 'write #location or #[type=location]');
    return mentionOf(argument, named ? { text: named, offset: start + 1 } : null, written, {
      cursor,
      types: this.#context.types,
      constraints: this.#constraints,
    });
  }
}
