/** Tests that the website renders the Markdown that the documents use, with GitHub's fragments, and refuses any other. */
import { describe, expect, test } from 'vitest';
import { anchorOf, renderMarkdown } from '../../../scripts/site/markdown.ts';

const htmlOf = (text: string) => renderMarkdown(text, (target) => target.replace('.md', '.html')).html;

describe('Markdown as the documents write it', () => {
  test.each([
    ['# A `b` & c', '<h1 id="a-b--c">A <code>b</code> &amp; c</h1>'],
    [
      'One\ntwo **three** *four* <https://x.test/>',
      '<p>One\ntwo <strong>three</strong> <em>four</em> <a href="https://x.test/">https://x.test/</a></p>',
    ],
    ['[`a`](b.md#c) and ![d](e.png)', '<p><a href="b.html#c"><code>a</code></a> and d</p>'],
    ['```sh\na <b>\n\n# c\n```', '<pre tabindex="0"><code>a &#60;b&#62;\n\n# c</code></pre>'],
    ['- a\n  b\n- **c**', '<ul>\n<li>a\nb</li>\n<li><strong>c</strong></li>\n</ul>'],
    [
      '1. a\n\n   ```sh\n   b\n   ```\n2. c',
      '<ol>\n<li><p>a</p>\n<pre tabindex="0"><code>b</code></pre>\n</li>\n<li><p>c</p>\n</li>\n</ol>',
    ],
    ['1. a\n\n- b\n\nc', '<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>\n<p>c</p>'],
    ['<!-- not\nshown -->\na', '<p>a</p>'],
    ['`{"*": "a_b*c*"}` *b*', '<p><code>{&quot;*&quot;: &quot;a_b*c*&quot;}</code> <em>b</em></p>'],
  ])('%j', (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });

  test('a table with a pipe in its code', () => {
    expect(htmlOf('| a | b |\n|---|---|\n| `x \\| y` | 2 |')).toBe(
      '<div class="table" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td><code>x | y</code></td><td>2</td></tr></tbody></table></div>',
    );
  });

  test('a link to a page outside the site keeps its text', () => {
    expect(renderMarkdown('[a *b*](../x.md)', () => null).html).toBe('<p>a <em>b</em></p>');
  });

  test.each(['> quoted', '<div>raw</div>', 'a <b>raw</b> word', '---', '- [ ] to do'])(
    'what it does not know is an error: %j',
    (text) => {
      expect(() => htmlOf(text)).toThrow('does not know');
    },
  );

  test('the title is the first heading, without marks', () => {
    expect(renderMarkdown('text\n\n## The `pilot`', () => null).title).toBe('The pilot');
  });

  test('fragments are those of GitHub', () => {
    expect(anchorOf('Fault 2: "two" `files`')).toBe('fault-2-two-files');
  });
});
