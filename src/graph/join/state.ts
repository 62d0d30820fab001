import { byCodeUnit } from '../../model/index.ts';
import type { JoinReason, JoinRecord } from '../../model/index.ts';
import { canonicalJson } from '../record.ts';
import { DisjointSets, groupBy } from './groups.ts';
import type { Member, Verdicts } from './members.ts';

/** A reason to take members for one thing. */
export interface Link {
  readonly members: readonly number[];
  readonly reason: JoinReason;
  readonly names: readonly string[];
  readonly with?: string;
}

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort(byCodeUnit);

/**
 * The joining as far as it has come. Every step looks at all links of its kind together and never at their order, so that the
 * outcome depends on the set of members alone.
 */
export class Joining {
  readonly members: readonly Member[];
  /** Never changed from outside. */
  readonly sets: DisjointSets;
  readonly #rejected: Verdicts['rejected'];
  #groups: Map<number, number[]> | null = null;
  readonly #joins: { readonly member: number; readonly join: JoinRecord }[] = [];

  constructor(members: readonly Member[], rejected: Verdicts['rejected']) {
    this.members = members;
    this.sets = new DisjointSets(members.length);
    this.#rejected = rejected;
  }

  member(m: number): Member {
    const member = this.members[m];
    if (!member) throw new RangeError(`no member ${m}`);
    return member;
  }

  /** The roots of the sets that hold the members given. */
  roots(members: Iterable<number>): number[] {
    return [...new Set([...members].map((m) => this.sets.find(m)))];
  }

  /** All members of the sets that hold the members given, in order. */
  whole(members: Iterable<number>): number[] {
    this.#groups ??= groupBy(this.members.keys(), (m) => this.sets.find(m));
    return this.roots(members).flatMap((root) => this.#groups?.get(root) ?? []);
  }

  ids(members: readonly number[]): string[] {
    return sorted(members.flatMap((m) => this.member(m).entity.external_id ?? []));
  }

  /** Whether a person or an external id says that not all of these are one thing. */
  hasClash(members: readonly number[]): boolean {
    return this.#idSets(members) > 1 || this.hasRejection(members);
  }

  hasRejection(members: readonly number[]): boolean {
    const all = new Set(members);
    return members.some((m) => [...(this.#rejected.get(m) ?? [])].some((other) => all.has(other)));
  }

  /** Number of distinct sets of external ids among the sets that make up `members`; one set may hold two by a person's word. */
  #idSets(members: readonly number[]): number {
    const units = groupBy(members, (m) => this.sets.find(m));
    return new Set([...units.values()].map((unit) => this.ids(unit).join('\n')).filter(Boolean)).size;
  }

  /**
   * What would become one by all the links together: for each such set its members, grouped by the sets they are in now, and the
   * links within it.
   */
  trial<L extends Pick<Link, 'members'>>(links: readonly L[]): { members: number[]; links: L[] }[] {
    const roots = this.roots(links.flatMap(({ members }) => members));
    const place = new Map(roots.map((root, i) => [root, i]));
    const placeOf = (m: number): number => place.get(this.sets.find(m)) as number;
    const trial = new DisjointSets(roots.length);
    for (const { members } of links) trial.unionAll(members.map(placeOf));
    const touched = new Set(roots);
    const whole = groupBy(
      [...this.members.keys()].filter((m) => touched.has(this.sets.find(m))),
      (m) => trial.find(placeOf(m)),
    );
    const linksOf = groupBy(
      links.filter(({ members }) => members.length > 0),
      ({ members }) => trial.find(placeOf(members[0] as number)),
    );
    return [...whole].map(([root, members]) => ({ members, links: linksOf.get(root) ?? [] }));
  }

  /** Applies links, all of which hold. */
  apply(links: readonly Link[]): void {
    const news = links.filter(({ members }) => this.roots(members).length > 1);
    for (const { members } of news) this.sets.unionAll(members);
    this.#groups = null;
    for (const { members, reason, names, with: third } of news) {
      const join: JoinRecord = {
        reason,
        names: sorted(names),
        documents: sorted(members.map((m) => this.member(m).document)),
        ...(third !== undefined && { with: third }),
      };
      this.#joins.push({ member: members[0] as number, join });
    }
  }

  /**
   * Applies links that hold for all members who are kept apart from the same others: where some must not be one, those nobody has
   * judged stay together, apart from either.
   */
  applyApart(links: readonly Link[]): void {
    const holding = this.trial(links).flatMap(({ members, links: within }) => {
      if (!this.hasClash(members)) return within;
      const signature = this.#signatures(members);
      return within.flatMap((link) =>
        [...groupBy(link.members, (m) => signature.get(this.sets.find(m))).values()].map((part) => ({
          ...link,
          members: part,
        })),
      );
    });
    this.apply(holding);
  }

  #signatures(members: readonly number[]): Map<number, string> {
    const inside = new Set(members);
    return new Map(
      [...groupBy(members, (m) => this.sets.find(m))].map(([root, unit]) => {
        const against = unit.flatMap((m) => [...(this.#rejected.get(m) ?? [])]).filter((m) => inside.has(m));
        return [root, JSON.stringify([this.ids(unit), this.roots(against).sort((a, b) => a - b)])];
      }),
    );
  }

  /** The joins of each set by its root, each once, in one order. */
  joins(): Map<number, JoinRecord[]> {
    const byRoot = groupBy(this.#joins, ({ member }) => this.sets.find(member));
    return new Map(
      [...byRoot].map(([root, joins]) => {
        const distinct = new Map(joins.map(({ join }) => [canonicalJson(join), join]));
        return [root, [...distinct].sort(([a], [b]) => byCodeUnit(a, b)).map(([, join]) => join)];
      }),
    );
  }
}
