/** Writes one expression as several without `|`, for Safari: WebKit's content rules refuse alternatives. */

/**
 * @param expression - of the subset this project uses: groups are `(?:…)`, alone or with `?`; no `{n}`; the only class escape is `\d`.
 * @returns expressions that together match the same addresses, each of which WebKit takes ("Disjunctions are not
 *   supported yet", Source/WebCore/contentextensions/URLFilterParser.cpp). Throws on any other syntax.
 */
export function withoutAlternatives(expression: string): string[] {
  const reader = new Reader(expression);
  const all = reader.alternatives();
  if (!reader.atEnd) throw new Error(`"${expression}" closes a group that was not opened.`);
  return [...new Set(all)];
}

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Reads to the end of the group or of the text. */
  alternatives(): string[] {
    const all: string[] = [];
    let current = [''];
    while (!this.atEnd && this.#text[this.#at] !== ')') {
      if (this.#text[this.#at] === '|') {
        this.#at += 1;
        all.push(...current);
        current = [''];
      } else {
        const next = this.#text[this.#at] === '(' ? this.#group() : [this.#plain()];
        current = current.flatMap((before) => next.map((after) => before + after));
      }
    }
    return [...all, ...current];
  }

  #group(): string[] {
    if (!this.#text.startsWith('(?:', this.#at)) throw this.#unknown('a group of another kind');
    this.#at += 3;
    const inner = this.alternatives();
    if (this.atEnd) throw this.#unknown('an open group');
    this.#at += 1;
    const quantifier = /^[?*+{]/.exec(this.#text.slice(this.#at))?.[0];
    if (quantifier === undefined) return inner;
    if (quantifier !== '?') throw this.#unknown(`a group with ${quantifier}`);
    this.#at += 1;
    return inner.length === 1 ? [`(?:${inner[0]})?`] : ['', ...inner];
  }

  /** One character, escape or class. */
  #plain(): string {
    const found = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\[(){}|])/.exec(this.#text.slice(this.#at))?.[0];
    if (found === undefined) throw this.#unknown('syntax that is not used here');
    if (/^\\[a-ce-zA-Z0-9]/.test(found)) throw this.#unknown('an escape that WebKit does not know');
    this.#at += found.length;
    return found === '\\d' ? '[0-9]' : found;
  }

  #unknown(what: string): Error {
    return new Error(`"${this.#text}" has ${what} at ${this.#at + 1}.`);
  }
}
