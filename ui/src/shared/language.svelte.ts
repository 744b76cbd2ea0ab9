/** The language and the look that a person has chosen on this laptop. */

/** The languages that the window speaks, each in its own words. */
export const LANGUAGES = [
  { tag: 'en', name: 'English', dir: 'ltr' },
  { tag: 'es', name: 'Español', dir: 'ltr' },
  { tag: 'ar', name: 'العربية', dir: 'rtl' },
] as const;

export type Language = (typeof LANGUAGES)[number]['tag'];
export type Theme = 'system' | 'light' | 'dark';

function kept<Choice extends string>(key: string, choices: readonly Choice[], otherwise: Choice): Choice {
  const found = localStorage.getItem(key);
  return choices.find((choice) => choice === found) ?? otherwise;
}

const tags = LANGUAGES.map((language) => language.tag);

/** What the person's own system speaks, if the window does too. */
function ofTheSystem(): Language {
  const wanted = navigator.language.split('-')[0];
  return tags.find((tag) => tag === wanted) ?? 'en';
}

class Choices {
  tag = $state<Language>(kept('language', tags, ofTheSystem()));
  theme = $state<Theme>(kept('theme', ['system', 'light', 'dark'], 'system'));

  get dir(): 'ltr' | 'rtl' {
    return LANGUAGES.find((language) => language.tag === this.tag)?.dir ?? 'ltr';
  }

  /** The tag for dates and numbers: one kind of digits in every language, as the ledger prints them. */
  get digits(): string {
    return `${this.tag}-u-nu-latn`;
  }

  speak(tag: Language): void {
    this.tag = tag;
    localStorage.setItem('language', tag);
  }

  light(theme: Theme): void {
    this.theme = theme;
    localStorage.setItem('theme', theme);
  }

  /** Tells the page, whose styles follow the direction and the theme. */
  apply(root: HTMLElement): void {
    root.lang = this.tag;
    root.dir = this.dir;
    root.dataset.theme = this.theme;
  }
}

export const language = new Choices();
