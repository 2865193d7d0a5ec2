/** Finds the language that a reader understands best among those we have: language matching of UTS 35, as small as it can be. */

/** Pairs that Unicode's data counts as close enough, of languages that have no words of their own here. */
const KIN: Readonly<Record<string, string>> = {
  ca: 'es',
  da: 'nb',
  gl: 'es',
  gsw: 'de',
  lb: 'de',
  nn: 'nb',
  no: 'nb',
};

/**
 * @param wished - BCP 47 tags, most wanted first; what is no tag is passed over.
 * @param offered - the languages there are.
 * @returns the first wish that is there: by its own tag, else by language and script (`fr-CA` gives `fr`, `zh-TW` does not
 *   give `zh`, which is written in simplified characters), else by a related language. Null where none is.
 */
export function negotiate<T extends string>(wished: readonly string[], offered: readonly T[]): T | null {
  for (const tag of wished) {
    const found = bestOf(tag, offered);
    if (found) return found;
  }
  return null;
}

function bestOf<T extends string>(tag: string, offered: readonly T[]): T | undefined {
  const wish = written(tag);
  if (!wish) return undefined;
  const like = (wanted: string) => offered.find((one) => written(one)?.kind === wanted);
  const kin = KIN[wish.language];
  return (
    offered.find((one) => one === wish.tag) ??
    like(wish.kind) ??
    (kin ? like(written(kin)?.kind ?? '') : undefined)
  );
}

function written(tag: string): { tag: string; language: string; kind: string } | null {
  try {
    const locale = new Intl.Locale(tag);
    const { language, script } = locale.maximize();
    return { tag: locale.baseName, language, kind: `${language}-${script}` };
  } catch {
    return null;
  }
}
