/** Finds the product's language that a reader understands best: a minimal version of the language matching in UTS 35. */

/** For languages without words here, a language that Unicode's data counts as close enough. */
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
 * @param wished - BCP 47 tags, most wanted first; invalid tags are skipped.
 * @param offered - the languages to choose from.
 * @returns the offered language for the first wish that has one: with the same tag, else with the same language and script (`fr-CA`
 *   gives `fr`; `zh-TW` does not give `zh`, which is written in simplified characters), else a related one. Null if no wish has one.
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
