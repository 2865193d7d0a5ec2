/** Finds schemas that a source file could make after it has loaded, where no test that loads the file would see them. */
import { stripTypeScriptTypes } from 'node:module';
import { parse } from 'acorn';

/** Calls the function that it is given at once. */
const CALLS_AT_ONCE = 'byKey';

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** A function, as far as it matters when it runs. */
interface Place {
  /** The name by which its file calls it; null if it has none, or is exported under it. */
  name: string | null;
  parameters: string[];
  atOnce: boolean;
}

/** A name that is used, and the functions in which it is. */
interface Use {
  name: string;
  /** The whole of `z.string` or `z.string()`'s name; the name itself elsewhere. */
  text: string;
  isCalled: boolean;
  within: Place[];
}

/**
 * @param text - a source file that imports zod as `z`.
 * @returns each use of `z` in a function that may run after the file has loaded. A function of the file's own may make schemas if
 *   the file only calls it, and only while it loads. Parsing a value makes no schema.
 */
export function madeLate(text: string): string[] {
  const uses = usesIn(stripTypeScriptTypes(text));
  /** @param asked - ends a circle of functions that call one another. */
  const isEarly = (within: readonly Place[], asked: readonly string[]): boolean =>
    within.every(({ name, atOnce }) => {
      if (atOnce || (name !== null && asked.includes(name))) return true;
      const calls = uses.filter((use) => use.name === name);
      return name !== null && calls.every((one) => one.isCalled && isEarly(one.within, [...asked, name]));
    });
  const making = uses.filter((use) => use.name === 'z' && use.text !== 'z.parse');
  return making.filter(({ within }) => !isEarly(within, [])).map((use) => use.text);
}

function usesIn(code: string): Use[] {
  const uses: Use[] = [];
  const visit = (node: Node, parents: readonly Node[], within: Place[]) => {
    const parent = parents.at(-1);
    if (node.type === 'Identifier' && parent && isUse(node, parent)) {
      const name = String(node.name);
      const whole = name === 'z' && parent.type === 'MemberExpression' ? parent : node;
      // A parameter hides what has its name outside.
      if (!within.some(({ parameters }) => parameters.includes(name)))
        uses.push({
          name,
          text: code.slice(whole.start, whole.end),
          isCalled: parent.type === 'CallExpression' && parent.callee === node,
          within,
        });
    }
    const inner = isFunction(node) ? [...within, placeOf(node, parents)] : within;
    for (const child of Object.values(node).flat())
      if (isNode(child)) visit(child, [...parents, node], inner);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Node, [], []);
  return uses;
}

/** @returns whether the name is used there, and is not a label, or what its declaration gives it. */
function isUse(node: Node, parent: Node): boolean {
  if (/^Import/.test(parent.type)) return false;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed === true;
  if (parent.type === 'Property') return parent.value === node || parent.computed === true;
  return parent.id !== node;
}

function placeOf(node: Node, parents: readonly Node[]): Place {
  const parent = parents.at(-1);
  const id = parent?.type === 'VariableDeclarator' ? parent.id : node.id;
  const isExported = parents.slice(-3).some(({ type }) => type.startsWith('Export'));
  const callee = parent?.type === 'CallExpression' ? parent.callee : null;
  return {
    name: isNode(id) && !isExported ? String(id.name) : null,
    parameters: (node.params as Node[]).map(({ name }) => String(name)),
    atOnce: isNode(callee) && callee.name === CALLS_AT_ONCE,
  };
}

function isFunction({ type }: Node): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(type);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
