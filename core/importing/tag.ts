/** One opening tag. Attributes are read by name and never copied. */

export class Tag {
  readonly name: string;
  readonly #attributes: Readonly<Record<string, string>>;

  constructor(name: string, attributes: Readonly<Record<string, string>>) {
    this.name = name;
    this.#attributes = attributes;
  }

  /** The attribute's value with entities decoded; null when it is absent. */
  get(name: string): string | null {
    return Object.hasOwn(this.#attributes, name) ? (this.#attributes[name] ?? null) : null;
  }

  /** A whole number of 1 to 99,999; null for anything else. */
  getNumber(name: string): number | null {
    const text = this.get(name)?.trim() ?? "";
    return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
  }

  hasClass(name: string): boolean {
    return ` ${(this.get("class") ?? "").slice(0, 1_000).replace(/\s/g, " ")} `.includes(` ${name} `);
  }
}
