import type { CompiledRule } from '../ruleset.ts';
import type { Instruction, Program } from '../tokens/compile.ts';
import type { Constraint, MentionNode } from '../tokens/syntax.ts';
import type { MisfitReason, TokenStop } from '../tokens/trace.ts';
import type { DocumentView } from '../view.ts';
import { listed, mentionText, tokenText, valuesOf } from './words.ts';

const known = new WeakMap<Program, readonly number[]>();

/** Per instruction, the fewest words and mentions that must still be read from there to a match. */
function distances(program: Program): readonly number[] {
  const before = known.get(program);
  if (before) return before;
  const left: number[] = [];
  // Programs only lead forwards: repeats are written out.
  for (let at = program.length - 1; at >= 0; at--) left[at] = distanceOf(program[at]!, at, left);
  known.set(program, left);
  return left;
}

function distanceOf(instruction: Instruction, at: number, left: readonly number[]): number {
  switch (instruction.op) {
    case 'match':
      return 0;
    case 'jump':
      return left[instruction.to]!;
    case 'split':
      return Math.min(left[instruction.first]!, left[instruction.second]!);
    case 'edge':
    case 'absent':
      return left[at + 1]!;
    default:
      return left[at + 1]! + 1;
  }
}

/** How far from a match a pattern stopped: smaller is further. Of two alike the one that read more words. */
export const rankOf = (program: Program, stop: TokenStop): readonly [number, number] => [
  distances(program)[stop.at]!,
  -(stop.token - stop.firstToken),
];

/** Why a pattern stopped where it did, in words. */
export function tokenStopText(
  program: Program,
  rule: CompiledRule,
  { at, firstToken, token, why }: TokenStop,
  view: DocumentView,
): string {
  const instruction = program[at]!;
  const sentences = view.document.tokens.sentence;
  const here = sentences[token] === sentences[firstToken] ? formOf(view, token) : 'the end';
  switch (why.kind) {
    case 'open':
      return `${formOf(view, token - 1)} ends a mention that is only a part of its phrase, which goes on with ${formOf(view, token)}`;
    case 'edge':
      return instruction.op === 'edge' && instruction.at === 'start'
        ? `${here} is not the first word of the sentence`
        : `the sentence does not end before ${here}`;
    case 'absent':
      return `what !( ) forbids stands at ${here}`;
    case 'token': {
      const wanted = instruction.op === 'token' ? tokenText(instruction.test) : '';
      if (why.failed === 'end') return `${wanted} was wanted, but the sentence is over`;
      return `${wanted} was wanted at ${here}: ${conditionFailed(why.failed, view, token)}`;
    }
    case 'mention': {
      if (instruction.op !== 'mention') return '';
      const wanted = mentionText(instruction.test);
      if (why.failed === 'end') return `${wanted} was wanted, but the sentence is over`;
      if (why.reading === null || why.failed === 'none')
        return `${wanted} was wanted at ${here}: no entity is mentioned there`;
      return `${wanted} was wanted at ${here}: ${misfitText(why.failed, why.reading.mention, instruction.test, rule, view)}`;
    }
  }
}

const formOf = (view: DocumentView, token: number): string => {
  const { tokens } = view.document;
  return `"${tokens.strings.text(tokens.form[token]!)}"`;
};

/** `its lemma is "praise", not fund or finance`. */
export function conditionFailed(condition: Constraint, view: DocumentView, token: number): string {
  const { field, negated } = condition;
  const name = { word: 'word', form: 'form', lemma: 'lemma', pos: 'part of speech', tag: 'tag' }[field];
  const value = view[field](token);
  return negated
    ? `its ${name} is ${value}, which is ruled out`
    : `its ${name} is ${value}, not ${listed(valuesOf(condition))}`;
}

function misfitText(
  failed: MisfitReason,
  mention: number,
  test: MentionNode,
  rule: CompiledRule,
  view: DocumentView,
): string {
  const { mentions, entities } = view.document;
  const { entity, kind, head, start, end } = mentions[mention]!;
  const text = `"${view.document.article.text.slice(start, end)}"`;
  switch (failed) {
    case 'type': {
      const allowed = test.types ?? (test.argument ? rule.types[test.argument] : new Set<string>());
      return `${text} is of type ${entities[entity!]!.type}, not ${listed(allowed)}`;
    }
    case 'kind':
      return `${text} is a ${kind}, not a ${listed(test.kinds ?? [])}`;
    case 'role':
      return `a preposition governs ${text} (role=subject)`;
    case 'lead':
      return `other words of its phrase stand before ${text} (lead=none)`;
    case 'without':
      return `${text} is reached only by a step that "without" turns off`;
    case 'spoken-for':
      return `${text} only speaks for ${entities[entity!]!.name}: what is done to it is not done to that`;
    case 'same-entity':
      return `${text} is the same entity as the other argument`;
    default:
      return `${text}: ${conditionFailed(failed, view, head)}`;
  }
}
