/** A project's concepts in memory, kept in the order of the list while single ones change. */
import type { ConceptEntry, StoredConcept } from "#core/glossary/concept.ts";
import type { TermOwners } from "#core/glossary/find-uses.ts";
import { buildOrderKey } from "#core/glossary/order.ts";
import { isCurrent, listSourceTerms } from "#core/glossary/recognise.ts";
import { buildSearchKey } from "#core/glossary/search.ts";
import { sortInSteps } from "#core/sort-in-steps.ts";
import type { Steps } from "#core/steps.ts";

export type ListedConcept = {
  readonly concept: StoredConcept;
  readonly searchKey: string;
  readonly orderKey: string;
};

/** Concepts gathered in one step. */
const stepSize = 128;

export class ConceptList {
  readonly #byId = new Map<string, ListedConcept>();
  /** Ids of concepts by Chinese term, of those that are current and of the others. */
  readonly #terms = { current: new Map<string, Set<string>>(), former: new Map<string, Set<string>>() };
  readonly #conflicts = new Set<string>();
  #ordered: readonly ListedConcept[] = [];
  #termsVersion = 0;

  /** Builds the list in short steps. */
  static *build(concepts: readonly StoredConcept[]): Steps<ConceptList> {
    const list = new ConceptList();
    for (const [index, concept] of concepts.entries()) {
      list.#add(buildListed(concept));
      if (index % stepSize === 0) yield;
    }
    list.#ordered = yield* sortInSteps([...list.#byId.values()], compareOrder);
    return list;
  }

  /** Proposals first, then by pinyin. A change makes another array, so that one can be walked in steps. */
  get ordered(): readonly ListedConcept[] {
    return this.#ordered;
  }

  /** Grows whenever other terms are to be looked for in sources. */
  get termsVersion(): number {
    return this.#termsVersion;
  }

  /** For recognising; what is recognised changes with `termsVersion`. */
  get terms(): { readonly current: TermOwners; readonly former: TermOwners } {
    return this.#terms;
  }

  find(conceptId: string): StoredConcept | null {
    return this.#byId.get(conceptId)?.concept ?? null;
  }

  /** True for a current concept that shares a Chinese term with another one. */
  isConflict(conceptId: string): boolean {
    return this.#conflicts.has(conceptId);
  }

  /** Puts a concept in, or its new version into its new place. */
  set(concept: StoredConcept): void {
    const before = this.#byId.get(concept.id);
    if (before) {
      this.#ordered = this.#ordered.toSpliced(this.#findPlace(before), 1);
      this.#removeTerms(before.concept);
    }
    const listed = buildListed(concept);
    this.#ordered = this.#ordered.toSpliced(this.#findPlace(listed), 0, listed);
    this.#add(listed);
    if (!before || tellTerms(before.concept) !== tellTerms(concept)) this.#termsVersion += 1;
  }

  #add(listed: ListedConcept): void {
    const { concept } = listed;
    this.#byId.set(concept.id, listed);
    const terms = this.#findTerms(concept);
    for (const text of listSourceTerms(concept)) {
      const owners = terms.get(text);
      if (!owners) terms.set(text, new Set([concept.id]));
      else {
        owners.add(concept.id);
        this.#checkConflicts(owners);
      }
    }
  }

  #removeTerms(concept: StoredConcept): void {
    this.#conflicts.delete(concept.id);
    const terms = this.#findTerms(concept);
    for (const text of listSourceTerms(concept)) {
      const owners = terms.get(text);
      owners?.delete(concept.id);
      if (owners?.size === 0) terms.delete(text);
      else if (owners) this.#checkConflicts(owners);
    }
  }

  #findTerms(concept: StoredConcept): Map<string, Set<string>> {
    return isCurrent(concept) ? this.#terms.current : this.#terms.former;
  }

  #checkConflicts(conceptIds: ReadonlySet<string>): void {
    for (const id of conceptIds) {
      const concept = this.find(id);
      const isShared =
        concept !== null &&
        isCurrent(concept) &&
        listSourceTerms(concept).some((text) => (this.#terms.current.get(text)?.size ?? 0) > 1);
      if (isShared) this.#conflicts.add(id);
      else this.#conflicts.delete(id);
    }
  }

  /** Where a concept stands in the order, or would. */
  #findPlace(listed: ListedConcept): number {
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#ordered[middle];
      if (other && compareOrder(other, listed) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function buildListed(concept: StoredConcept): ListedConcept {
  return { concept, searchKey: buildSearchKey(concept), orderKey: buildOrderKey(concept) };
}

function compareOrder(a: ListedConcept, b: ListedConcept): number {
  return a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : 0;
}

/** What of a concept decides where it is found in sources. */
function tellTerms(concept: ConceptEntry): string {
  return [String(isCurrent(concept)), ...listSourceTerms(concept)].join("\n");
}
