//! What delegates agree to outside, and how it comes home.

use crate::page::{fill, open, press, sees};
use crate::town::Town;
use crate::{Outcome, in_the_window};

#[test]
fn what_a_delegate_agreed_to_is_written_down_waits_on_the_home_page_and_stands_once_its_report_was_heard() -> Outcome {
    let home = tempfile::tempdir()?;
    drop(Town::with_a_past(home.path())?);
    in_the_window(home.path(), async |page| {
        open(&page, "mandate").await?;
        press(&page, "Enter what they agreed to").await?;
        fill(&page, "What they agreed to", "Millbrook gives 50 kg of flour to Ashgrove.").await?;
        fill(&page, "On which day", "2027-03-10").await?;
        sees(&page, "this mandate did not hold").await?;
        fill(&page, "On which day", "2027-04-10").await?;
        press(&page, "Record what was agreed").await?;
        sees(&page, "To be reported by April 17, 2027.").await?;
        open(&page, "home").await?;
        press(&page, "To be reported at home by April 17, 2027, or it is void: Millbrook gives 50 kg").await?;
        press(&page, "Enter the report").await?;
        press(&page, "Record the report").await?;
        sees(&page, "The report was heard on April 12, 2027.").await
    })
}
