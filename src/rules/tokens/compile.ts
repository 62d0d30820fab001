import { LIMITS } from './syntax.ts';
import type { MentionNode, PatternNode, TokenNode } from './syntax.ts';

/**
 * Instructions of the virtual machine that matches patterns (Pike 1987, Cox 2009: "Regular Expression Matching: the Virtual
 * Machine Approach"), with one addition: a mention is consumed whole, so its thread goes on at the mention's end.
 */
export type Instruction =
  | { readonly op: 'token'; readonly test: TokenNode; readonly trigger: boolean }
  /** `last`: the pattern consumes nothing more, so nothing needs to be read over after the mention. */
  | {
      readonly op: 'mention';
      readonly test: MentionNode;
      readonly last: boolean;
      /** Its words belong to the trigger: it is marked, and no argument. */
      readonly trigger: boolean;
    }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'edge'; readonly at: 'start' | 'end' }
  | { readonly op: 'absent'; readonly program: Program }
  | { readonly op: 'match' };

export type Program = readonly Instruction[];

/** Whether a pattern marks its trigger with `^( )`. */
export const isMarked = (node: PatternNode): boolean => {
  switch (node.kind) {
    case 'trigger':
      return true;
    case 'sequence':
      return node.items.some(isMarked);
    case 'alternatives':
      return node.options.some(isMarked);
    case 'repeat':
      return isMarked(node.item);
    default:
      return false;
  }
};

const isZeroWidth = (node: PatternNode): boolean => node.kind === 'edge' || node.kind === 'absent';

/** @throws RangeError for a pattern above the limit; `checkPattern` reports it to users first. */
export function compilePattern(node: PatternNode): Program {
  const program: Instruction[] = [];
  const marked = isMarked(node);
  const emit = (instruction: Instruction): number => {
    if (program.length >= LIMITS.instructions) throw new RangeError('pattern too large');
    return program.push(instruction) - 1;
  };
  const emitNode = (part: PatternNode, inTrigger: boolean, last: boolean): void => {
    switch (part.kind) {
      case 'token':
        emit({ op: 'token', test: part, trigger: inTrigger || (!marked && part.lexical) });
        return;
      case 'mention':
        emit({ op: 'mention', test: part, last, trigger: inTrigger && part.argument === null });
        return;
      case 'edge':
        emit({ op: 'edge', at: part.at });
        return;
      case 'absent':
        emit({ op: 'absent', program: compilePattern(part.item) });
        return;
      case 'trigger':
        emitNode(part.item, true, last);
        return;
      case 'sequence':
        part.items.forEach((item, index) =>
          emitNode(item, inTrigger, last && part.items.slice(index + 1).every(isZeroWidth)),
        );
        return;
      case 'alternatives':
        emitAlternatives(part.options, inTrigger, last);
        return;
      case 'repeat':
        for (let count = 0; count < part.min; count++) emitNode(part.item, inTrigger, false);
        emitOptional(part.item, part.max - part.min, inTrigger);
    }
  };
  const emitAlternatives = (options: readonly PatternNode[], inTrigger: boolean, last: boolean): void => {
    const jumps: number[] = [];
    options.forEach((option, index) => {
      const final = index === options.length - 1;
      const split = final ? -1 : emit({ op: 'jump', to: 0 });
      emitNode(option, inTrigger, last);
      if (final) return;
      jumps.push(emit({ op: 'jump', to: 0 }));
      program[split] = { op: 'split', first: split + 1, second: program.length };
    });
    for (const jump of jumps) program[jump] = { op: 'jump', to: program.length };
  };
  /** `item` up to `times` times, greedily: (item (item …)?)? */
  const emitOptional = (item: PatternNode, times: number, inTrigger: boolean): void => {
    const splits: number[] = [];
    for (let count = 0; count < times; count++) {
      splits.push(emit({ op: 'jump', to: 0 }));
      emitNode(item, inTrigger, false);
    }
    for (const split of splits) program[split] = { op: 'split', first: split + 1, second: program.length };
  };
  emitNode(node, false, true);
  emit({ op: 'match' });
  return program;
}

/** The instructions that can be next, jumps and splits followed; each once, for nested repeats lead to one by very many ways. */
export function reachable(program: Program, from: number): number[] {
  const found: number[] = [];
  const seen = new Set<number>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const instruction = program[at]!;
    if (instruction.op === 'jump') open.push(instruction.to);
    else if (instruction.op === 'split') open.push(instruction.first, instruction.second);
    else found.push(at);
  }
  return found;
}
