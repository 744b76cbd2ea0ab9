//! What every view shows, as one JSON schema: the contract with windows and programs.
//!
//! **Invariant:** a view's type in the schema is the type of what shows it; none is described a second time.

use folkmoot::plain::Day;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use super::{Asked, VIEWS, View, types};
use crate::{Heard, Imported, Invite, Network, Phrase, Received, Spoken, Trouble, Verified, Waiting};

/// What every view says beside what it shows.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Dated {
    /// The day whose state it shows; none where it shows things as they are, whatever day their acts name.
    pub(super) as_of: Option<Day>,
}

/// The JSON schema of what every view shows, by name, and of what else a desk says.
pub fn views_schema() -> Json {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let dated = generator.subschema_for::<Dated>();
    let mut shown: Map<String, Json> = Map::new();
    for (name, view) in types(&mut generator) {
        let shows = VIEWS.iter().find(|known| known.name == name).map_or("", |known| known.shows);
        shown.insert(name.to_owned(), json!({ "description": shows, "allOf": [view, dated] }));
    }
    beside(&mut generator);
    let names: Vec<&String> = shown.keys().collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Views", "description": "What every view shows, by its name.",
        "type": "object", "required": names, "properties": shown, "additionalProperties": false,
        "$defs": generator.take_definitions(true),
    })
}

/// The schema of what a view shows.
pub(super) fn shown_as<'b, 'a: 'b, T: JsonSchema>(_: fn(&'b Asked<'a>) -> Result<T, Trouble>, generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// Puts what a desk answers beside its views among the definitions.
fn beside(generator: &mut SchemaGenerator) {
    generator.subschema_for::<View>();
    generator.subschema_for::<Invite>();
    generator.subschema_for::<Waiting>();
    generator.subschema_for::<Heard>();
    generator.subschema_for::<Network>();
    generator.subschema_for::<Received>();
    generator.subschema_for::<Spoken>();
    generator.subschema_for::<Imported>();
    generator.subschema_for::<Verified>();
    generator.subschema_for::<Phrase>();
}
