//! Phrases: what a refusal or a trouble is in the reader's language, from the same Fluent files that the window reads.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use folkmoot::refusal::Refusal;
use serde_json::{Map, Value};
use unic_langid::LanguageIdentifier;

use crate::Trouble;

const LOCALES: [(&str, &str); 1] = [("en", include_str!("../../../assets/locales/en/desk.ftl"))];

/// A refusal or trouble in words: what it is, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Phrase {
    /// What is refused, and why.
    pub says: String,
    /// What to do instead.
    pub instead: String,
}

/// The phrases of one language.
pub struct Phrases {
    bundle: FluentBundle<FluentResource>,
}

impl Phrases {
    /// The phrases of a language, or of English where there are none yet.
    pub fn of(language: &str) -> Phrases {
        let wanted = language.split(['-', '_', '.']).next().unwrap_or_default();
        let (tag, text) = LOCALES.iter().find(|(tag, _)| *tag == wanted).unwrap_or(&LOCALES[0]);
        let mut bundle = FluentBundle::new(vec![tag.parse::<LanguageIdentifier>().unwrap_or_default()]);
        // Isolation marks are for windows; a terminal shows them as boxes.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Phrases { bundle }
    }

    /// The text under a key, or none.
    pub fn text(&self, key: &str, attribute: Option<&str>, facts: &Map<String, Value>) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut arguments = FluentArgs::new();
        for (name, fact) in facts {
            let plain = match fact {
                Value::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
                Value::String(text) => FluentValue::from(text.clone()),
                Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => FluentValue::from(fact.to_string()),
            };
            arguments.set(name.clone(), plain);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// What a rule's refusal says.
    pub fn refusal(&self, refusal: &Refusal) -> Phrase {
        let facts = refusal.facts();
        let code = facts.get("code").and_then(Value::as_str).unwrap_or_default().to_owned();
        self.phrase(&format!("refusal-{code}"), &facts)
    }

    /// What a principle says.
    pub fn principle(&self, refusal: &Refusal) -> String {
        let key = format!("principle-{:?}", refusal.rule().principle);
        self.text(&key, None, &Map::new()).unwrap_or(key)
    }

    /// What a trouble says.
    pub fn trouble(&self, trouble: &Trouble) -> Phrase {
        if let Trouble::Refused { refusal, .. } = trouble {
            return self.refusal(refusal);
        }
        self.phrase(&format!("trouble-{}", trouble.code()), &trouble.facts())
    }

    fn phrase(&self, key: &str, facts: &Map<String, Value>) -> Phrase {
        let says = self.text(key, None, facts).unwrap_or_else(|| key.to_owned());
        let instead = self.text(key, Some("instead"), facts).unwrap_or_default();
        Phrase { says, instead }
    }
}
