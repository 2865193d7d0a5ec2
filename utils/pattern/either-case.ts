/** Makes expressions ignore case for navigation filters, which are case-sensitive. */

/**
 * Rewrites an expression so that it ignores case without a flag: RE2 (Chromium) and JavaScript (Firefox) have no flag
 * syntax in common. Letters become classes; classes get both cases; escapes such as `\d` stay.
 */
export function eitherCase(expression: string): string {
  let result = '';
  for (let index = 0; index < expression.length; index++) {
    const character = expression[index] as string;
    if (character === '\\') {
      result += character + (expression[++index] ?? '');
    } else if (character === '[') {
      const end = classEnd(expression, index);
      result += eitherCaseClass(expression.slice(index, end + 1));
      index = end;
    } else {
      result += isLetter(character) ? `[${character.toLowerCase()}${character.toUpperCase()}]` : character;
    }
  }
  return result;
}

function classEnd(expression: string, start: number): number {
  for (let index = start + 2; index < expression.length; index++) {
    if (expression[index] === '\\') index++;
    else if (expression[index] === ']') return index;
  }
  throw new Error(`unclosed class in ${expression}`);
}

function eitherCaseClass(text: string): string {
  const body = text.slice(1, -1);
  const other = body.replace(/\\.|([a-z])-([a-z])|[a-z]/gi, (part) =>
    part.startsWith('\\') ? '' : swapCase(part),
  );
  // Adds only the swapped letters: other characters and escapes are there already.
  const swapped = [...other.matchAll(/[a-z]-[a-z]|[a-z]/gi)].map(([part]) => part).join('');
  return `[${body.endsWith('-') ? `${body.slice(0, -1)}${swapped}-` : `${body}${swapped}`}]`;
}

function swapCase(text: string): string {
  return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}

function isLetter(character: string): boolean {
  return /[a-z]/i.test(character);
}
