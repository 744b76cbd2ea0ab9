//! What is refused about sealed things in Millbrook.

use folkmoot::id::SealedHash;
use folkmoot_testkit::Laptop;
use serde_json::json;

use crate::{Case, refused};

pub(crate) fn cases() -> Vec<Case> {
    let ada = Laptop::found("Millbrook", "Ada");
    let put = |content: String| json!({ "do": "sealed.put", "content": content, "hash": SealedHash([7; 32]) });
    vec![
        refused(&ada, "Ada seals words that everybody could read.", put("Ben moved the fence.".to_owned())),
        refused(&ada, "Ada seals a whole book.", put("A".repeat(120_001))),
    ]
}
