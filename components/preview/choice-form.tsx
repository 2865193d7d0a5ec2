/** Lets a person choose what decides a notice: reader, mode, place, language, day and own words. */
import { AUDIENCES, MODES } from '../../utils/policy/modes.ts';
import type { PreviewChoice } from '../../utils/preview/preview-choice.ts';
import type { PlaceOption } from '../../utils/settings/page-tools.ts';
import type { Language } from '../../utils/words/languages.ts';
import type { Words } from '../../utils/words/load.ts';
import { CheckRow } from '../controls/check-row.tsx';
import { LanguageSelect } from '../controls/language-select.tsx';
import { PlaceFields } from '../controls/place-fields.tsx';

interface Props {
  choice: PreviewChoice;
  /** Whether readers get the language of their browser. */
  autoLanguage: boolean;
  places: readonly PlaceOption[];
  words: Words<'preview'>;
  controls: Words<'controls'>;
  onChange: (changes: Partial<PreviewChoice>) => void;
}

export function ChoiceForm(props: Props) {
  const { choice, autoLanguage, places, words, controls, onChange } = props;
  return (
    <form class="preview-choices" aria-label={words('choices')} onSubmit={(event) => event.preventDefault()}>
      <Segments
        name="audience"
        legend={words('who')}
        values={AUDIENCES}
        value={choice.audience}
        label={(one) => words(`audience-${one}`)}
        onChoose={(audience) => onChange({ audience })}
      />
      <Segments
        name="mode"
        legend={words('firmness')}
        values={MODES}
        value={choice.mode}
        label={(one) => words(`mode-${one}`)}
        onChoose={(mode) => onChange({ mode })}
      />
      <CheckRow
        id="searches"
        label={words('searches')}
        hint={words('searchesHint')}
        checked={choice.searches}
        onToggle={(searches) => onChange({ searches })}
      />
      <LanguageSelect<Language>
        label={words('language')}
        value={choice.language}
        onChoose={(language) => onChange({ language })}
      >
        {autoLanguage && <p class="hint">{words('languageAuto')}</p>}
      </LanguageSelect>
      <PlaceFields
        country={choice.country}
        region={choice.region}
        places={places}
        none={words('placeUnknown')}
        words={controls}
        onChoose={({ country = choice.country, region = '' }) => onChange({ country, region })}
      />
      <div class="fields">
        <label for="day">{words('day')}</label>
        <p class="hint" id="day-hint">
          {words('dayHint')}
        </p>
        <input
          id="day"
          type="date"
          required
          value={choice.today}
          aria-describedby="day-hint"
          onChange={(event) => {
            // The value is empty while a date is typed, until it is complete.
            if (event.currentTarget.value) onChange({ today: event.currentTarget.value });
          }}
        />
      </div>
      <OwnWords choice={choice} words={words} onChange={onChange} />
    </form>
  );
}

type OwnKey =
  | 'organizationName'
  | 'policyStatement'
  | 'reason'
  | 'trustedAdult'
  | 'campaignName'
  | 'campaignText';

/** The own words that a notice for each kind of reader can show. */
const OWN: Record<PreviewChoice['audience'], readonly OwnKey[]> = {
  workplace: ['organizationName', 'policyStatement', 'campaignName', 'campaignText'],
  family: ['trustedAdult', 'organizationName', 'campaignName', 'campaignText'],
  personal: ['reason', 'organizationName', 'campaignName', 'campaignText'],
};

function OwnWords({ choice, words, onChange }: Pick<Props, 'choice' | 'words' | 'onChange'>) {
  return (
    <fieldset class="choices fields">
      <legend>{words('texts')}</legend>
      {OWN[choice.audience].map((key) => {
        const common = {
          id: `own-${key}`,
          value: choice[key],
          onInput: (event: { currentTarget: { value: string } }) =>
            onChange({ [key]: event.currentTarget.value }),
        };
        return (
          <div class="fields" key={key}>
            <label for={common.id}>{words(key)}</label>
            {key === 'policyStatement' || key === 'campaignText' ? (
              <textarea {...common} rows={3} />
            ) : (
              <input {...common} type="text" autocomplete="off" />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

interface SegmentsProps<Value extends string> {
  name: string;
  legend: string;
  values: readonly Value[];
  value: Value;
  label: (value: Value) => string;
  onChoose: (value: Value) => void;
}

/** Shows a few short choices in one row. */
function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { name, legend, values, value, label, onChoose } = props;
  return (
    <fieldset class="segments">
      <legend>{legend}</legend>
      {values.map((one) => (
        <label key={one} lang={name === 'language' ? one : undefined}>
          <input type="radio" name={name} checked={one === value} onChange={() => onChoose(one)} />
          {label(one)}
        </label>
      ))}
    </fieldset>
  );
}
