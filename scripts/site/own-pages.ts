/**
 * The site's own texts in Markdown: the start page, and what surrounds the list's numbers. Their links name pages of the site. They are
 * in English, as are the documents they lead to. They are in no package, so they do not go through `data/words`.
 */

export const START_PAGE = `# Second Thought

Second Thought is a browser extension. It knows pages that sell access to people for sex, and covers them before they show: with the law of the place,
a reason to stop, and help. It sends nothing and keeps no record of visits. This site works before anything is installed, and it
sends nothing either: what you type stays in this browser.

## For administrators

- [Make the deployment files](deploy.html): a form, and the files for your browsers and devices. They are made on this device.
- [See what people will see](preview.html): the real notice for any place, and a sheet to print and sign.
- [Deployment by policy](docs/deployment.html): the pilot, then each console, verification, rings and rollback.
- [What policy cannot do](docs/deploy/limits.html), and [what is asked of the browser](docs/permissions.html).

## For everybody

- [The guide](learn.html): help, the law, myths, how to recognize that somebody is forced, training for staff, a conversation for parents.
- [The list in numbers](list.html), and [the rules it follows](docs/list-policy.html).
- [How laws, numbers and sentences are checked](docs/content-policy.html).
- [What is kept or sent](docs/privacy.html): nothing leaves the device. [Who might attack it](docs/security.html), and what prevents it.
`;

/** @param table - the numbers as a table in Markdown. */
export function numbersPage(table: string): string {
  return `# The list in numbers

These are counted from the list of this release when the site is made.

${table}

\`core\` and \`extended\` are on by default, \`broad\` and \`archives\` are off. [The rules the list follows](docs/list-policy.html) say what
an entry needs, what is never listed, and how a mistake is put right.
`;
}
