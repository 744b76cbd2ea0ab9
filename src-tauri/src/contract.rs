//! What pages and commands say to each other, published as a schema from which the pages' types are made.

use folkmoot_desk::Told;
use schemars::JsonSchema;

use crate::commands::act::Deed;
use crate::commands::carry::Load;
use crate::commands::draft::Writing;
use crate::commands::look::Lodging;
use crate::commands::peers::Ask;
use crate::places::Place;
use crate::wire::News;

/// Everything that crosses between a page and a command, but for acts and views.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema is wanted")]
struct Window {
    act: Deed,
    carry: Load,
    draft: Writing,
    house: Lodging,
    news: News,
    peers: Ask,
    places: Vec<Place>,
    refused: Told,
}

#[test]
fn the_schema_of_the_window_changes_only_on_purpose() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/window.schema.json");
    let schema = format!("{:#}\n", schemars::schema_for!(Window).to_value());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &schema).unwrap();
    }
    let published = std::fs::read_to_string(file).unwrap();
    assert_eq!(published, schema, "run the test with UPDATE=1, then `npm run contract` in ui");
}
