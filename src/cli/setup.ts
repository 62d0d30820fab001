import { knownEntities, loadEntityFiles, type UserEntities } from '../entities/index.ts';
import { buildGraph, type RunInfo } from '../graph/index.ts';
import { formatUserError } from '../model/index.ts';
import type { Article, ArticleRecord, SerializedGraph, UserError } from '../model/index.ts';
import { extractArticle, GENERATOR, isEnglish } from '../pipeline/index.ts';
import { builtinRuleSources, compileRules, readRuleSources, type RuleSet } from '../rules/index.ts';
import { type Config, loadConfig } from './config.ts';
import { type Io, pathFrom, say } from './io.ts';
import type { RuleFlags } from './options.ts';

/** What turns articles into a graph in this run: from the options, then the settings file. */
export interface Setup {
  readonly rules: RuleSet;
  readonly assumeEnglish: boolean;
  readonly entities: UserEntities;
  readonly configSha256: string | undefined;
  /** Says what is left out of an article, unless the user wants no warnings. */
  readonly warn: ((warning: UserError) => void) | undefined;
}

/** @throws UserErrors with every fault of the settings or of every rule file */
export async function setUp(flags: RuleFlags, io: Io): Promise<Setup> {
  const config = await loadConfig(flags.config, io);
  const rules = loadRules(flags, config, io);
  return {
    rules,
    entities: loadEntities(flags, config, rules, io),
    assumeEnglish: flags.assumeEnglish ?? config.assumeEnglish,
    configSha256: config.sha256,
    warn: flags.quiet ? undefined : warner(io),
  };
}

/** Says each warning once. */
export function warner(io: Io): (warning: UserError) => void {
  const told = new Set<string>();
  return (warning) => {
    const line = formatUserError(warning);
    if (!told.has(line)) say(io, line);
    told.add(line);
  };
}

function loadRules(flags: RuleFlags, config: Config, io: Io): RuleSet {
  const paths = [...config.rules, ...(flags.rules ?? [])].map((path) => pathFrom(io, path));
  const builtin = flags.builtinRules && config.builtinRules ? builtinRuleSources() : [];
  const disabled = [...config.disabledRules, ...(flags.disableRule ?? [])];
  return compileRules([...builtin, ...readRuleSources(paths)], { disabled });
}

/** Also checks what rule files list of entities. */
export function loadEntities(
  flags: Pick<RuleFlags, 'entities'>,
  config: Config,
  rules: RuleSet,
  io: Io,
): UserEntities {
  const paths = [...config.entities, ...(flags.entities ?? [])];
  const own = loadEntityFiles(
    paths.map((path) => pathFrom(io, path)),
    { types: rules.types.types },
  );
  return knownEntities(rules, own);
}

export const recordsFrom = (
  articles: readonly Article[],
  { rules, assumeEnglish, entities, warn }: Setup,
): ArticleRecord[] =>
  articles.map((article) => extractArticle(article, { rules, assumeEnglish, entities, warn }));

export const graphOfRecords = (
  records: readonly ArticleRecord[],
  { rules, entities, configSha256 }: Setup,
  run: Pick<RunInfo, 'failed' | 'decisions'> = {},
): SerializedGraph =>
  buildGraph(records, {
    ...run,
    generator: GENERATOR,
    rules: rules.files,
    entityFiles: entities.files,
    ...(configSha256 !== undefined && { configSha256 }),
  });

export const graphOf = (articles: readonly Article[], setup: Setup): SerializedGraph =>
  graphOfRecords(recordsFrom(articles, setup), setup);

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** Says of which articles no relations are read because of their language. */
export function warnOfLanguages(articles: readonly Article[], { assumeEnglish }: Setup, io: Io): void {
  if (assumeEnglish) return;
  for (const article of articles) {
    if (isEnglish(article)) continue;
    const name = languageNames.of(article.language) ?? article.language;
    say(
      io,
      `${article.source}: seems to be in ${name}, so no relations are read from it; --assume-english overrides`,
    );
  }
}
