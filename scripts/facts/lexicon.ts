/** Words the product does not say, in each language: some to nobody, some not to the person who reads. */
import type { Language } from '../../utils/policy/types.ts';
import { anyLetter } from './pattern.ts';

/** What to look for, and what to write instead. */
export interface Avoid {
  pattern: RegExp;
  instead: string;
}

/** Said to nobody: they blame, they turn people into things, or they make light of it. */
export const NEVER: Record<Language, Avoid[]> = {
  en: [
    avoid(/\b(child|teen|underage|minor)\s+(prostitut\w*|sex work\w*)/, 'a child who is sexually exploited'),
    avoid(/\b(child|kiddie)\s+porn\w*/, 'child sexual abuse material'),
    avoid(/\b(prostitutes?|hookers?|whores?|escort girls?|call girls?)\b/, 'a person who sells sex'),
    avoid(/\b(johns?|punters?|hobbyists?|turning tricks)\b/, 'a person who pays for sex'),
    avoid(/\b(perverts?|predators?|pa?edophiles?|rapists?|monsters?|creeps?)\b/, 'the act and the law'),
    avoid(/\bpimps?\b/, 'a trafficker; a person who controls someone'),
    avoid(/\brescu(e|es|ed|ing)\b|\bset (them|her|him|people) free\b/, 'help; support; leave safely'),
    avoid(/\bsav(e|es|ed|ing) (her|him|them|girls|women|children|victims|people)\b/, 'help; support'),
    avoid(/\bsex slaves?\b|\benslaved\b|\bslavery\b/, 'forced; trafficking; exploitation'),
    avoid(/\b(is|are|was|were|be|been|being|gets?) sold\b/, 'forced; exploited; or "sells sex"'),
    avoid(/\bsupply([- ]side)?\b/, 'people'),
    avoid(/\bin the (life|game)\b|\bstockholm syndrome\b/, 'being controlled; trauma bond'),
    avoid(/\blost innocence\b|\bruined (life|lives|girl|woman)\b|\bdamaged goods\b/, 'leave it out'),
    avoid(/\billegal (immigrant|alien)s?\b/, 'a person without papers'),
    avoid(/\b(just|only|typical) an? run-?aways?\b|\bbad kids?\b/, 'a child missing from home or care'),
    avoid(/\bbarely legal\b|\blooked (18|eighteen)\b|\bwilling (girl|woman|victim)s?\b/, 'leave it out'),
    avoid(/\ball (sex work|prostitution) is\b|\bthey are all forced\b/, 'some people are forced'),
    avoid(/\bmodern slavery\b/, 'trafficking; exploitation'),
    avoid(/\b(rampant|epidemic|skyrocket\w*)\b/, 'a dated, sourced fact'),
    avoid(/\breal m[ae]n\b/, 'leave it out'),
  ],
  es: [
    avoid(/\bprostituci[oó]n infantil\b|\bmenor(es)? prostituid[ao]s?\b/, 'explotación sexual de menores'),
    avoid(/\bpornograf[ií]a infantil\b|\bporno infantil\b/, 'material de abuso sexual infantil'),
    avoid(/\b(prostitutas?|putas?|rameras?|zorras?|fulanas?)\b/, 'una persona que vende sexo'),
    avoid(/\b(puteros?|puta[ñn]eros?|clientes?|consumidor(es)? de sexo)\b/, 'quien paga por sexo'),
    avoid(/\b(pervertid[oa]s?|depredador(es)?|ped[oó]filos?|violador(es)?|monstruos?)\b/, 'el acto y la ley'),
    avoid(/\b(proxenetas?|chulos?|padrotes?)\b/, 'tratante; quien controla a otra persona'),
    avoid(/\brescat\w+|\bliberarl[ao]s?\b|\bsalvar(l[ao]s?| a)\b/, 'ayudar; apoyar; salir con seguridad'),
    avoid(/\besclav[oa]s?( sexual(es)?)?\b|\besclavitud\b|\besclavizad\w+/, 'forzar; trata; explotación'),
    avoid(/\b(es|son|fue|fueron|ser|sido) vendid[oa]s?\b|\bmercanc[ií]a\b/, 'forzar; explotar'),
    avoid(/\btrata de blancas\b/, 'trata de personas'),
    avoid(/\bmala vida\b|\bvida f[aá]cil\b|\bs[ií]ndrome de estocolmo\b/, 'vivir bajo control'),
    avoid(/\binocencia perdida\b|\bvida arruinada\b/, 'no decirlo'),
    avoid(/\b(inmigrante|migrante)s? ilegal(es)?\b/, 'persona sin papeles'),
    avoid(/\b(solo|un t[ií]pico|una t[ií]pica) fugad[oa]s?\b/, 'menor que falta de su casa o centro'),
    avoid(/\bparec[ií]a (mayor|de 18)\b|\bcasi legal(es)?\b/, 'no decirlo'),
    avoid(/\b(epidemia|plaga|lacra)\b/, 'un dato con fecha y fuente'),
    avoid(/\bhombres? de verdad\b|\bverdaderos? hombres?\b/, 'no decirlo'),
  ],
};

/** Not to the person who reads: labels, threats nobody can keep, and any hint that somebody watches. */
export const NEVER_TO_READER: Record<Language, Avoid[]> = {
  en: [
    avoid(
      /\byou(['’]re| are| may be| might be| could be)( an?| the)? (victims?|survivors?|offenders?|criminals?|addicts?|abusers?|sinners?|suspects?)\b/,
      'say what happens, not what the reader is',
    ),
    avoid(/\bare you (a|the) (victim|survivor|offender|addict)\b/, 'no label and no quiz'),
    avoid(
      /\b(we|police|your employer|your boss|your parents?|somebody|someone) (is|are) watching\b/,
      'nobody watches',
    ),
    avoid(
      /\byou (will|are going to) be (caught|arrested|reported|found)\b/,
      '"can" or "may", and only if sourced',
    ),
    avoid(/\b(your ip|ip address|logged|traced|tracked|monitored by us)\b/, 'nothing is recorded'),
    avoid(
      /\bshame on\b|\byou should be ashamed\b|\bdisgust\w*|\bsick (man|men|person|people)\b/,
      'leave it out',
    ),
    avoid(
      /\bit is (legal|lawful) to sell\b|\bselling (sex )?is (legal|lawful)\b/,
      'never that selling is lawful',
    ),
    avoid(
      /\bwe (promise|guarantee) (you|that|safety|secrecy|to keep)\b|\btotally (safe|secret|private)\b/,
      'honest limits',
    ),
  ],
  es: [
    avoid(
      /\b(eres|puedes ser|podr[ií]as ser)( una?| la| el)? (v[ií]ctima|superviviente|delincuente|criminal|adict[oa]|abusador|sospechos[oa])\b/,
      'di qué pasa, no qué es quien lee',
    ),
    avoid(/¿eres (una |la )?v[ií]ctima/, 'sin etiquetas ni cuestionarios'),
    avoid(
      /\b(te (vigilan|vigilamos|observan|observamos|rastrean)|te est[aá]n (mirando|vigilando))\b/,
      'nadie vigila',
    ),
    avoid(
      /\bte van a (pillar|atrapar|detener|denunciar)\b|\bser[aá]s detenid[oa]\b/,
      '«puede», y solo con fuente',
    ),
    avoid(/\b(tu ip|direcci[oó]n ip)\b/, 'no se registra nada'),
    avoid(
      /\bqu[eé] verg[uü]enza\b|\bdeber[ií]as avergonzarte\b|\basqueros[oa]s?\b|\benferm[oa]s? sexual(es)?\b/,
      'no decirlo',
    ),
    avoid(/\bvender (sexo )?es legal\b/, 'nunca que vender es legal'),
    avoid(/\b(te prometemos|garantizamos)\b|\bsecreto total garantizado\b/, 'límites honestos'),
  ],
};

/** Names of services, days and laws, as they call themselves: taken out before the lint looks. */
export const PROPER_NAMES = [
  'Modern Slavery & Exploitation Helpline',
  'National Human Trafficking Prevention Month',
  'National Human Trafficking Awareness Day',
  'World Day Against Trafficking in Persons',
  'EU Anti-Trafficking Day',
  'Mes Nacional de la Prevención de la Trata de Personas',
  'Día Nacional de Concientización sobre la Trata de Personas',
  'Día Mundial contra la Trata',
  'Día Europeo contra la Trata de Seres Humanos',
  'Sex Addicts Anonymous',
  'National Runaway Safeline',
  'Second Thought',
] as const;

function avoid(pattern: RegExp, instead: string): Avoid {
  return { pattern: anyLetter(pattern.source), instead };
}
