/** The phrases of the window, in the language of the house. */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import english from '../../../assets/locales/en/window.ftl?raw';

const bundle = new FluentBundle('en');
bundle.addResource(new FluentResource(english));

/** Says the phrase with this key; a key without a phrase is shown as it is, so that the gap is seen. */
export function say(key: string): string {
  const phrase = bundle.getMessage(key)?.value;
  return phrase ? bundle.formatPattern(phrase) : key;
}
