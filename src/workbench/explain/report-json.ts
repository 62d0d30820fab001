import { DEPREL } from '../../language/index.ts';
import { formAt, lemmaAt, spanPair, tokenSpan, uposAt, xposAt } from '../../model/index.ts';
import type { Span } from '../../model/index.ts';
import type { RuleReport } from '../../rules/index.ts';
import type { Explanation } from './explain.ts';

/** An explanation as JSON (`extract-explain/1`): spans are `[start, end]` into the text, token and sentence numbers count from 1. */
export function renderExplainJson(explanation: Explanation): string {
  const { answer, options, sentences } = explanation;
  const value = {
    schema: 'extract-explain/1',
    ...(options.rule !== undefined && { rule: options.rule }),
    ...(answer && { question: questionOf(explanation, answer) }),
    sentences: sentences.map((sentence) => sentenceOf(explanation, sentence)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

const questionOf = (
  { document, options }: Explanation,
  { ends, merged, sentences }: NonNullable<Explanation['answer']>,
) => ({
  ...options.question,
  ends: ends.map(({ end, asked, entities, problem, text }) => ({
    end,
    asked,
    entities: entities.map((entity) => document.entities[entity]?.name),
    problem,
    text,
  })),
  merged,
  sentences: sentences.map((sentence) => sentence + 1),
});

function sentenceOf(explanation: Explanation, sentence: number) {
  const { document, skipped, reports, assertions } = explanation;
  const { article, sentences, mentions, entities } = document;
  const span = { start: sentences.start[sentence] ?? 0, end: sentences.end[sentence] ?? 0 };
  const skip = skipped.get(sentence);
  return {
    number: sentence + 1,
    span: spanPair(span),
    text: article.text.slice(span.start, span.end),
    ...(skip !== undefined && { skipped: skip }),
    tokens: tokensOf(explanation, sentence),
    mentions: mentions
      .filter((mention) => mention.sentence === sentence)
      .map((mention) => ({
        ...wordsOf(explanation, mention),
        kind: mention.kind,
        entity: mention.entity === null ? null : (entities[mention.entity]?.name ?? null),
        type: mention.entity === null ? null : (entities[mention.entity]?.type ?? null),
        ...(mention.resolvedBy !== null && { resolved_by: mention.resolvedBy }),
      })),
    rules: reports
      .filter((report) => report.sentence === sentence)
      .map((report) => reportOf(explanation, report)),
    edges: assertions
      .filter((each) => each.sentence.start === span.start)
      .map(({ source, relation, target, status, confidence, rule }) => ({
        source: entities[source]?.name,
        relation,
        target: entities[target]?.name,
        status,
        confidence,
        rule,
      })),
  };
}

function tokensOf({ document }: Explanation, sentence: number) {
  const { sentences, tokens, tags, trees, names } = document;
  const first = sentences.firstToken[sentence] ?? 0;
  const { head, label, length } = trees.tree(sentence);
  return Array.from({ length }, (_, at) => {
    const token = first + at;
    const name = names.find(({ firstToken, endToken }) => firstToken <= token && token < endToken);
    return {
      number: at + 1,
      form: formAt(tokens, token),
      span: spanPair(tokenSpan(tokens, token, token + 1)),
      lemma: lemmaAt(tokens, tags, token),
      upos: uposAt(tags, token),
      xpos: xposAt(tokens, tags, token),
      head: (head[at] ?? -1) + 1,
      deprel: DEPREL[label[at] ?? 0],
      ...(name && { name: name.type }),
    };
  });
}

function reportOf(explanation: Explanation, { rule, relation, at, verdict, ...report }: RuleReport) {
  const { mentions, tokens } = explanation.document;
  const mention = (index: number) => {
    const found = mentions[index];
    return found ? wordsOf(explanation, found) : null;
  };
  const steps = (list: RuleReport['matches'][number]['source']['steps']) =>
    list.map(({ method, from, to }) => ({ method, from: spanPair(from), to: spanPair(to) }));
  return {
    rule,
    relation,
    at,
    verdict,
    matches: report.matches.map(({ source, target, trigger }) => ({
      source: { ...mention(source.mention), steps: steps(source.steps) },
      target: { ...mention(target.mention), steps: steps(target.steps) },
      trigger: trigger.map(({ firstToken, endToken }) => spanPair(tokenSpan(tokens, firstToken, endToken))),
    })),
    lost: report.lost.map(({ source, target, why }) => ({
      source: mention(source),
      target: mention(target),
      why,
    })),
    attempts: report.attempts.map(({ kind, pattern, read, source, target, why }) => ({
      kind,
      pattern,
      read: read && wordsOf(explanation, read),
      source: source === null ? null : mention(source),
      target: target === null ? null : mention(target),
      why,
    })),
    ...(report.untyped !== null && { untyped: report.untyped }),
  };
}

const wordsOf = ({ document }: Explanation, { start, end }: Span) => ({
  text: document.article.text.slice(start, end),
  span: spanPair({ start, end }),
});
