import { z } from 'zod';
import { GRAPH_SCHEMA, JOIN_REASONS, STATUSES } from '../model/index.ts';
import type {
  AttributionRecord,
  DecidedThing,
  DocumentRecord,
  EdgeAttributes,
  EntityFileRecord,
  EvidenceRecord,
  FailedInput,
  GraphAttributes,
  JoinRecord,
  MentionRecord,
  MergeDecision,
  NodeAttributes,
  NodeRecord,
  ResolutionRecord,
  RoleRecord,
  RuleFileRecord,
  SerializedEdge,
  SerializedGraph,
  SerializedNode,
  WithheldRecord,
} from '../model/index.ts';

/**
 * One schema per key of `T`: with `satisfies`, a key that the interface lacks, a key that the schema lacks, or a
 * differing type doesn't compile. (A loose object's own type can't tell: it takes any key.)
 */
type Shape<T> = { readonly [K in keyof T]-?: z.ZodType<NonNullable<T[K]> | Extract<T[K], null>> };

const key = (description: string) => z.string().min(1).describe(description);
const offset = (description: string) => z.int().min(0).describe(description);
const confidence = (description: string) => z.number().min(0).max(1).describe(description);
const span = (description: string) => z.tuple([z.int().min(0), z.int().min(0)]).describe(description);
const sha256 = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .describe(description);

const ruleFile = z
  .looseObject({
    file: z.string().describe('Path as typed, or builtin:NAME.'),
    version: z.string().describe('Version the rule file gives itself.'),
    sha256: sha256('SHA-256 of the rule file, in hexadecimal.'),
    pack: z.string().describe('Name of the pack it belongs to.').exactOptional(),
  } satisfies Shape<RuleFileRecord>)
  .describe('One rule file of the run.');

const entityFile = z
  .looseObject({
    file: z.string().describe('Path as typed.'),
    sha256: sha256('SHA-256 of the file, in hexadecimal.'),
  } satisfies Shape<EntityFileRecord>)
  .describe('One entity file of the user.');

const documentRecord = z
  .looseObject({
    id: key('First 16 hexadecimal digits of sha256: the same text is the same document.'),
    title: z.string().describe('Title as given or as read from the text.'),
    source: z.string().describe('Path as typed, or - for standard input.'),
    url: z.string().describe('Address of publication.').exactOptional(),
    date: z.string().describe('Date of publication, ISO 8601.').exactOptional(),
    language: z.string().describe('BCP 47 code of the language, und where it could not be told.'),
    sha256: sha256('SHA-256 of the UTF-8 bytes of the text, in hexadecimal.'),
    characters: z.int().min(0).describe('Length of the text in UTF-16 code units.'),
    duplicate_of: z.string().describe('Id of the document whose text this one repeats.').exactOptional(),
    fingerprint: z.string().describe('Equal for two documents whose words are the same.').exactOptional(),
  } satisfies Shape<DocumentRecord>)
  .describe('One article that was read.');

const failedInput = z
  .looseObject({
    source: z.string().describe('Path as typed.'),
    reason: z.string().describe('Why it could not be read.'),
  } satisfies Shape<FailedInput>)
  .describe('One input of the run that is not in the graph.');

const decision = z
  .looseObject({
    answer: z.enum(['accept', 'reject']).describe('Whether the names are one thing.'),
    things: z
      .array(
        z.looseObject({
          type: key('Type of the entity.'),
          name: key('Its name in the article.'),
          documents: z
            .array(z.string())
            .min(1)
            .describe('Ids of the documents; absent for all documents.')
            .exactOptional(),
        } satisfies Shape<DecidedThing>),
      )
      .min(2)
      .describe('The names that are all one thing, or no two of which are.'),
  } satisfies Shape<MergeDecision>)
  .describe("A person's word on a join.");

const graphAttributes = z
  .looseObject({
    schema: z.literal(GRAPH_SCHEMA).describe('Name and version of this contract. It only gains keys.'),
    generator: z.string().describe('Program and version that wrote the graph.'),
    rules: z.array(ruleFile).describe('Rule files of the run.'),
    config_sha256: sha256('SHA-256 of the configuration, in hexadecimal.').exactOptional(),
    entity_files: z.array(entityFile).describe('Entity files of the run.').exactOptional(),
    documents: z.array(documentRecord).describe('Articles of the run.'),
    failed: z.array(failedInput).describe('Inputs that could not be read.').exactOptional(),
    decisions: z.array(decision).describe('What a person decided on joins.').exactOptional(),
  } satisfies Shape<GraphAttributes>)
  .describe('What the graph was made from.');

const entityNumber = z
  .int()
  .min(0)
  .describe('Number of the entity in its document; only where the node holds several of that document.');

const mention = z
  .looseObject({
    document: z.string().describe('Id of the document.'),
    start: offset('Offset of the first UTF-16 code unit in the text of the document.'),
    end: offset('Offset after the last UTF-16 code unit.'),
    text: z.string().describe('That slice of the document.'),
    entity: entityNumber.exactOptional(),
  } satisfies Shape<MentionRecord>)
  .describe('One place where a text speaks of the entity: by name, description or pronoun.');

const resolution = z
  .looseObject({
    argument: z.enum(['source', 'target', 'attributed_to']).describe('Which argument the step belongs to.'),
    from: span('Span that stands in the text, [start, end].'),
    to: span('Span that explains it, [start, end].'),
    method: z.string().describe('How: pronoun, description, alias and so on.'),
  } satisfies Shape<ResolutionRecord>)
  .describe('One step from the words in the sentence to the entity.');

const attribution = z
  .looseObject({
    node: z.string().nullable().describe('Key of the node whose word it is; null for an unnamed source.'),
    text: z.string().describe('The words that name the source.'),
    span: span('Where they stand, [start, end].'),
    entity: entityNumber.exactOptional(),
  } satisfies Shape<AttributionRecord>)
  .describe('Whose word the relation is.');

const evidence = z
  .looseObject({
    document: z.string().describe('Id of the document.'),
    start: offset('Start of the sentence in the text of the document, in UTF-16 code units.'),
    end: offset('End of the sentence, exclusive.'),
    text: z.string().describe('The sentence: exactly that slice of the document.'),
    rule: z.string().describe('Id of the rule that matched.'),
    confidence: confidence('Confidence of this match, 0 to 1.'),
    source: span('What stands in the sentence for the source, [start, end].'),
    target: span('What stands in the sentence for the target, [start, end].'),
    trigger: z
      .array(span('One stretch of the trigger, [start, end].'))
      .describe('The words that say the relation.'),
    resolved: z.array(resolution).describe('Every step from a span to its entity.'),
    attributed_to: attribution.exactOptional(),
    entities: z
      .tuple([z.int().min(0), z.int().min(0)])
      .describe('Numbers of source and target in their document; only where a node holds several of it.')
      .exactOptional(),
  } satisfies Shape<EvidenceRecord>)
  .describe('One sentence that states the relation.');

const role = z
  .looseObject({
    title: z.string().describe('In lower case: "foreign minister".'),
    affiliation: z.string().describe('Name of the body or place, where the text gives one.').exactOptional(),
  } satisfies Shape<RoleRecord>)
  .describe('What a text calls a person.');

const nodeRecord = z
  .looseObject({
    document: z.string().describe('Id of the document.'),
    entity: z.int().min(0).describe('Number of the entity in its document.'),
    type: key('Type the article gives it.'),
    name: z.string().describe('Canonical name in the article.'),
    aliases: z.array(z.string()).describe('Other names in the article.'),
    named: z.boolean().describe('False for unnamed actors and described events.'),
    external_id: z.string().describe('Id from an entity file.').exactOptional(),
    identified: z
      .boolean()
      .describe(
        'A described event or policy of which the text says which one is meant: kept without a relation.',
      )
      .exactOptional(),
    roles: z.array(role).describe('What the article calls a person.').exactOptional(),
    date: z.string().describe('When an event was.').exactOptional(),
    place: z.string().describe('Where an event was.').exactOptional(),
  } satisfies Shape<NodeRecord>)
  .describe('One entity of one article, as that article alone gives it.');

const join = z
  .looseObject({
    reason: z.enum(JOIN_REASONS).describe('What joined them.'),
    names: z.array(z.string()).describe('The names that matched, or the external id.'),
    documents: z.array(z.string()).describe('Ids of the documents whose entities it joined.'),
    with: z.string().describe('For a shared relation: the relation and the third thing.').exactOptional(),
  } satisfies Shape<JoinRecord>)
  .describe('Why entities of several articles are one node.');

const withheld = z
  .looseObject({
    relation: key('Name of the relation.'),
    status: z.enum(STATUSES).describe('Its status.'),
    evidence,
  } satisfies Shape<WithheldRecord>)
  .describe('A relation not drawn since both its ends are names of this node.');

const nodeAttributes = z
  .looseObject({
    label: z.string().describe('Canonical name.'),
    entity_type: key('person, organization, location, group, event, policy, or a type of a rule file.'),
    aliases: z.array(z.string()).describe('Other names, no pronouns.'),
    mentions: z.array(mention).describe('Every mention.'),
    mention_count: z.int().min(0).describe('Number of mentions.'),
    external_id: z.string().describe('Id in a collection outside, such as a Wikidata id.').exactOptional(),
    roles: z.array(role).describe('What texts call a person: titles and offices, each once.').exactOptional(),
    date: z
      .string()
      .describe('When an event was, where all articles that tell it agree: year, month or day, ISO 8601.')
      .exactOptional(),
    place: z
      .string()
      .describe('Where an event was, where all articles that tell it agree: the name of the place.')
      .exactOptional(),
    records: z.array(nodeRecord).describe('The entities of articles it was joined from.').exactOptional(),
    joins: z.array(join).describe('Why they are one.').exactOptional(),
    withheld: z.array(withheld).describe('Relations of the node to itself.').exactOptional(),
  } satisfies Shape<NodeAttributes>)
  .describe('The entity.');

const node = z
  .looseObject({
    key: key('entity_type/slug of the canonical name.'),
    attributes: nodeAttributes,
  } satisfies Shape<SerializedNode>)
  .describe('One entity.');

const edgeAttributes = z
  .looseObject({
    relation: key('Name of the relation.'),
    status: z.enum(STATUSES).describe('Whether the text asserts the relation, denies it, or leaves it open.'),
    confidence: confidence('Highest confidence of the evidence.'),
    weight: z.int().min(0).describe('Number of distinct documents that are not duplicates of each other.'),
    attributed_to: z
      .array(z.string())
      .describe(
        'Keys of the nodes whose word it is; empty where a text states it itself. Each item of evidence names its own.',
      ),
    evidence: z.array(evidence).describe('Every sentence that states the relation.'),
  } satisfies Shape<EdgeAttributes>)
  .describe('The relation as the texts state it.');

const edge = z
  .looseObject({
    key: key(
      'First 16 hexadecimal digits of the SHA-256 over the JSON of [source, relation, target, status].',
    ),
    source: z.string().describe('Key of the node the relation starts from.'),
    target: z.string().describe('Key of the node it points to.'),
    attributes: edgeAttributes,
  } satisfies Shape<SerializedEdge>)
  .describe('One relation between two entities, with one status: a denial is an edge of its own.');

/** The serialized graph. Keys it does not know are kept, since `extract-graph/1` may gain some. */
export const graphSchema = z
  .looseObject({
    options: z
      .looseObject({
        type: z.literal('directed').describe('Always directed.'),
        multi: z.literal(true).describe('Always a multigraph.'),
        allowSelfLoops: z.boolean().describe('Whether an edge may end where it starts.'),
      } satisfies Shape<SerializedGraph['options']>)
      .describe("graphology's options of the graph."),
    attributes: graphAttributes,
    nodes: z.array(node).describe('The entities.'),
    edges: z.array(edge).describe('The relations.'),
  } satisfies Shape<SerializedGraph>)
  .describe(
    'A knowledge graph in the serialized form of graphology; read back with Graph.from.',
  ) satisfies z.ZodType<SerializedGraph>;
