//! The roll of laptops.

use crate::page::{fill, open, press, sees};
use crate::town::Town;
use crate::{Outcome, in_the_window};

#[test]
fn whoever_takes_the_only_key_off_is_told_first_what_that_means() -> Outcome {
    let home = tempfile::tempdir()?;
    drop(Town::found(home.path(), "Millbrook", "Ada")?);
    in_the_window(home.path(), async |page| {
        open(&page, "people/laptops").await?;
        press(&page, "Take off the roll").await?;
        sees(&page, "it is the only key of this assembly. After this nobody can write in this book again").await?;
        fill(&page, "Why", "The town has dissolved itself.").await?;
        press(&page, "Take it off the roll").await?;
        sees(&page, "taken off").await
    })
}
