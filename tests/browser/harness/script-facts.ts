/** Parses a built script instead of searching its text, so that spellings of a call or words in a sentence cannot mislead. */
import { parse } from 'acorn';

/** What a script names and does, if it matters for sending or storing. */
export interface ScriptFacts {
  /** Global names and members that it uses, without names that only label a property. */
  uses: Set<string>;
  /** What it passes to `import()` and `importScripts()`: a text, or null if it is computed. */
  loads: (string | null)[];
  /** Calls that would run a text as code, such as `setTimeout('...')` or `Function('...')`. */
  runsText: string[];
  /** Elements that it creates by name. */
  makes: Set<string>;
}

type Node = { type: string } & Record<string, unknown>;

/** @param text - a script or a module. Throws if it cannot be parsed. */
export function scriptFacts(text: string): ScriptFacts {
  const facts: ScriptFacts = { uses: new Set(), loads: [], runsText: [], makes: new Set() };
  visit(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Node, facts);
  return facts;
}

function visit(node: Node, facts: ScriptFacts): void {
  note(node, facts);
  for (const [part, child] of Object.entries(node)) {
    // A label, as in `{ fetch: 1 }`, is not a use. `a.fetch` is recorded with its object.
    const label = (part === 'key' || part === 'property') && node.computed !== true;
    if (label) continue;
    for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) visit(each, facts);
  }
}

function note(node: Node, { uses, loads, runsText, makes }: ScriptFacts): void {
  if (node.type === 'Identifier') uses.add(String(node.name));
  if (node.type === 'MemberExpression') {
    const name = memberName(node);
    if (name !== null) {
      uses.add(name);
      const owner = isNode(node.object) ? memberName(node.object) : null;
      if (owner !== null) uses.add(`${owner}.${name}`);
    }
  }
  // `const { fetch: send } = window` uses a member by its label.
  if (node.type === 'ObjectPattern')
    for (const { key, computed } of node.properties as Node[])
      if (isNode(key) && computed !== true) uses.add(String(key.name ?? key.value));
  if (node.type === 'ImportExpression') loads.push(textOf(node.source));
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
  const [first] = node.arguments as Node[];
  const called = isNode(node.callee) ? memberName(node.callee) : null;
  if (called === 'Function') runsText.push(called);
  if (called === 'importScripts') loads.push(textOf(first));
  if (called !== null && /^set(?:Timeout|Interval)$/.test(called) && textOf(first) !== null)
    runsText.push(called);
  const text = textOf(first);
  if (text !== null && /^[a-z][a-z0-9]*$/.test(text)) makes.add(text);
}

function memberName(node: Node): string | null {
  if (node.type === 'Identifier') return String(node.name);
  if (node.type !== 'MemberExpression' || !isNode(node.property)) return null;
  if (node.computed !== true) return String(node.property.name);
  return textOf(node.property);
}

/** @returns the text of a literal; null for anything computed. */
function textOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || (node.expressions as unknown[]).length > 0) return null;
  const [part] = node.quasis as { value: { cooked: string } }[];
  return part?.value.cooked ?? null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
