//! Phrases: what a refusal or a trouble is in the reader's language, from the same Fluent files that the window reads.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use folkmoot::refusal::Refusal;
use serde_json::{Map, Value};
use unic_langid::LanguageIdentifier;

use crate::Trouble;
use crate::saying::{Fact, Saying};

const LOCALES: [(&str, &str); 3] = [
    ("en", include_str!("../../../assets/locales/en/desk.ftl")),
    ("es", include_str!("../../../assets/locales/es/desk.ftl")),
    ("ar", include_str!("../../../assets/locales/ar/desk.ftl")),
];

/// A refusal or trouble in words: what it is, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Phrase {
    /// What is refused, and why.
    pub says: String,
    /// What to do instead.
    pub instead: String,
}

/// A trouble for programs and windows: its code and facts, its words, and the rule behind it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Told {
    /// The code of the trouble, or of the refusal.
    pub code: String,
    /// What is refused or wrong, and why.
    pub says: String,
    /// What to do instead.
    pub instead: String,
    /// What the words are about.
    pub facts: Map<String, Value>,
    /// The rule that refuses (INSTITUTIONS.md).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
    /// The principle behind the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principle: Option<String>,
    /// The principle in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principle_says: Option<String>,
    /// Which act of a list is refused, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<usize>,
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
                Value::Array(several) => FluentValue::from(self.row(several)),
                Value::Null | Value::Bool(_) | Value::Object(_) => FluentValue::from(fact.to_string()),
            };
            arguments.set(name.clone(), plain);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// What somebody is told, in words.
    pub fn say(&self, saying: &Saying) -> String {
        let facts = saying.facts.iter().map(|(name, fact)| ((*name).to_owned(), self.fact(fact))).collect();
        self.text(saying.key, None, &facts).unwrap_or_else(|| saying.key.to_owned())
    }

    fn fact(&self, fact: &Fact) -> Value {
        match fact {
            Fact::Number(number) => Value::from(*number),
            Fact::Text(text) => Value::from(text.as_str()),
            Fact::Said(saying) => Value::from(self.say(saying)),
            Fact::All(facts) if facts.is_empty() => Value::from(0),
            Fact::All(facts) => Value::from(facts.iter().map(|fact| self.fact(fact)).collect::<Vec<Value>>()),
        }
    }

    /// Several things in a row, as the language parts them.
    fn row(&self, several: &[Value]) -> String {
        let words = several.iter().map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned));
        words.collect::<Vec<String>>().join(&self.text("list-comma", None, &Map::new()).unwrap_or_default())
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

    /// A trouble with everything that is told of it.
    pub fn told(&self, trouble: &Trouble) -> Told {
        let Phrase { says, instead } = self.trouble(trouble);
        let facts = trouble.facts();
        let Trouble::Refused { at, refusal } = trouble else {
            let code = trouble.code().to_owned();
            return Told { code, says, instead, facts, rule: None, principle: None, principle_says: None, act: None };
        };
        let rule = refusal.rule();
        Told {
            code: facts.get("code").and_then(Value::as_str).unwrap_or_default().to_owned(),
            says,
            instead,
            facts,
            rule: Some(rule.id),
            principle: Some(format!("{:?}", rule.principle)),
            principle_says: Some(self.principle(refusal)),
            act: Some(*at),
        }
    }

    fn phrase(&self, key: &str, facts: &Map<String, Value>) -> Phrase {
        let says = self.text(key, None, facts).unwrap_or_else(|| key.to_owned());
        let instead = self.text(key, Some("instead"), facts).unwrap_or_default();
        Phrase { says, instead }
    }
}
