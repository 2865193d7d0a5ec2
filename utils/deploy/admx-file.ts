/** Makes the administrative template (ADMX) of a browser from the managed keys, for Group Policy and Intune. */
import { hintOf, type KeyHint, MANAGED_KEYS, type ManagedKey } from '../policy/schema.ts';
import { browserName, CHROMIUM, FIREFOX, type KitBrowser } from './browsers.ts';
import { CHANNELS } from './channels.ts';
import { type KitConfig, sourceFor } from './kit-config.ts';
import { element, type Xml, xmlDocument } from './xml-text.ts';

export const ADMX_NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

/** Windows cuts a text at 1,023 characters unless the template sets `maxLength`, so every template sets it. */
const UNLESS_SAID = 1_023;

/** @returns the registry key (below the hive) that contains the extension's configuration. */
export function policyKey(config: KitConfig, browser: KitBrowser): string {
  if (browser === 'firefox') return `${FIREFOX.registry}\\3rdparty\\Extensions\\${CHANNELS.firefox.id}`;
  return `${CHROMIUM[browser].registry}\\3rdparty\\extensions\\${sourceFor(config, browser).id}\\policy`;
}

/** @returns the template without its words, which `admlFile` makes. It uses no other template, so Intune accepts it by itself. */
export function admxFile(config: KitConfig, browser: KitBrowser): string {
  const key = policyKey(config, browser);
  const category = (name: string, parent?: string): Xml =>
    element('category', { name, displayName: `$(string.${name})` }, parent ? [parentOf(parent)] : undefined);
  const groups = [...new Set(MANAGED_KEYS.map((name) => hintOf(name).group))];
  return xmlDocument(
    element('policyDefinitions', { xmlns: ADMX_NAMESPACE, revision: '1.0', schemaVersion: '1.0' }, [
      element('policyNamespaces', {}, [
        element('target', {
          prefix: `secondthought${browser}`,
          namespace: namespaceOf(config, browser),
        }),
      ]),
      element('resources', { minRequiredRevision: '1.0' }),
      element('supportedOn', {}, [
        element('definitions', {}, [
          element('definition', { name: 'supported', displayName: '$(string.supported)' }),
        ]),
      ]),
      element('categories', {}, [
        category('root'),
        ...groups.map((group) => category(`${group}Group`, 'root')),
      ]),
      element(
        'policies',
        {},
        MANAGED_KEYS.map((name) => policy(name, key)),
      ),
    ]),
  );
}

/**
 * Intune refuses a template whose namespace it already has. The registry key contains the extension's id, so a template for
 * another id needs another namespace.
 */
function namespaceOf(config: KitConfig, browser: KitBrowser): string {
  const name = `SecondThought.Policies.${browser}`;
  return browser === 'firefox' ? name : `${name}.${sourceFor(config, browser).id}`;
}

function parentOf(ref: string): Xml {
  return element('parentCategory', { ref });
}

function policy(name: ManagedKey, key: string): Xml {
  const hint = hintOf(name);
  const attributes: Record<string, string> = {
    name,
    class: 'Both',
    displayName: `$(string.${name}Title)`,
    explainText: `$(string.${name}Description)`,
    key,
  };
  const head = [parentOf(`${hint.group}Group`), element('supportedOn', { ref: 'supported' })];
  if (hint.kind === 'switch') {
    return element('policy', { ...attributes, valueName: name }, [
      ...head,
      element('enabledValue', {}, [element('decimal', { value: '1' })]),
      element('disabledValue', {}, [element('decimal', { value: '0' })]),
    ]);
  }
  return element('policy', { ...attributes, presentation: `$(presentation.${name})` }, [
    ...head,
    element('elements', {}, [input(name, hint, key)]),
  ]);
}

function input(name: ManagedKey, hint: KeyHint, key: string): Xml {
  switch (hint.kind) {
    case 'choice':
      return element(
        'enum',
        { id: name, valueName: name, required: 'true' },
        (hint.choices ?? []).map((choice) =>
          element('item', { displayName: `$(string.${choiceString(name, choice)})` }, [
            element('value', {}, [element('string', {}, choice)]),
          ]),
        ),
      );
    case 'seconds':
      return element('decimal', {
        id: name,
        valueName: name,
        required: 'true',
        minValue: '0',
        maxValue: String(hint.most ?? 0),
      });
    case 'patterns':
    case 'places':
    case 'choices':
      // With an empty prefix the entries are numbered 1, 2, 3, as both browsers expect of a list.
      return element('list', { id: name, key: `${key}\\${name}`, valuePrefix: '' });
    default: {
      const maxLength = String(hint.most ?? UNLESS_SAID);
      return element('text', { id: name, valueName: name, required: 'true', maxLength });
    }
  }
}

/** Group Policy allows letters, digits and `_` in the names of strings. */
export function choiceString(name: ManagedKey, choice: string): string {
  return `${name}_${choice.replaceAll('-', '_')}`;
}

/** @returns the words of the template in one language. */
export function admlFile(
  browser: KitBrowser,
  policyWords: (key: string) => string,
  supported: string,
): string {
  const groups = [...new Set(MANAGED_KEYS.map((name) => hintOf(name).group))];
  const string = (id: string, text: string): Xml => element('string', { id }, text);
  return xmlDocument(
    element('policyDefinitionResources', { xmlns: ADMX_NAMESPACE, revision: '1.0', schemaVersion: '1.0' }, [
      element('displayName', {}, `Second Thought (${browserName(browser)})`),
      element('description', {}, supported),
      element('resources', {}, [
        element('stringTable', {}, [
          string('root', `Second Thought (${browserName(browser)})`),
          string('supported', supported),
          ...groups.map((group) => string(`${group}Group`, policyWords(`${group}Group`))),
          ...MANAGED_KEYS.flatMap((name) => [
            string(`${name}Title`, policyWords(`${name}Title`)),
            string(`${name}Description`, `${policyWords(`${name}Description`)} (${name})`),
            ...(hintOf(name).kind === 'choice' ? (hintOf(name).choices ?? []) : []).map((choice) =>
              string(choiceString(name, choice), choice),
            ),
          ]),
        ]),
        element(
          'presentationTable',
          {},
          MANAGED_KEYS.filter((name) => hintOf(name).kind !== 'switch').map((name) =>
            element('presentation', { id: name }, [label(name, policyWords(`${name}Title`))]),
          ),
        ),
      ]),
    ]),
  );
}

function label(name: ManagedKey, title: string): Xml {
  switch (hintOf(name).kind) {
    case 'choice':
      return element('dropdownList', { refId: name, noSort: 'true' }, title);
    case 'seconds':
      return element('decimalTextBox', { refId: name }, title);
    case 'patterns':
    case 'places':
    case 'choices':
      return element('listBox', { refId: name }, title);
    default:
      return element('textBox', { refId: name }, [element('label', {}, title)]);
  }
}
