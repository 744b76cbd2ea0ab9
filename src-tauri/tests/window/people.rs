//! One member's page: it offers what the law lets this laptop say of them.

use fantoccini::Client;
use folkmoot::plain::Member;
use folkmoot_desk::{CardText, Desk};
use serde_json::json;

use crate::page::{dress, once, open, sees, violations};
use crate::town::{SECONDS, Town, passes};
use crate::{Outcome, in_the_window};

/// Requires that the page offers none of what only the member may say, and whoever facilitates.
async fn offers_nothing(page: &Client) -> Outcome {
    let offered =
        "return ['Change the card', 'Enter that they left', 'Strike the card'].filter((said) => saying('button', said).length > 0).join()";
    assert_eq!(once(page, offered, Vec::new()).await?, json!(""));
    Ok(())
}

/// Bo was asked to facilitate, and has a laptop.
#[test]
fn of_a_member_for_whom_others_speak_the_page_says_who_they_are_and_offers_nothing_that_is_refused() -> Outcome {
    let (home, place) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let mut town = Town::found(home.path(), "Millbrook", "Ada")?;
    town.enrol(&["Bo", "Cy"].map(str::to_owned))?;
    let decided = town.meets("2027-03-03", &["Bo facilitates"], 1, 1)?;
    let grant = json!({ "do": "mandate.grant", "decision": decided[0], "member": 2, "duty": "facilitator", "from": "2027-03-03", "until": "2027-12-31" });
    town.acts(&[grant])?;
    let Town { desk: mut ada, assembly, .. } = town;
    let mut bo = Desk::open(place.path())?;
    let asks = bo.join_device(&ada.invite_device(assembly, Member(2), &[], SECONDS)?, SECONDS)?;
    ada.admit(&asks, SECONDS)?;
    passes(&mut ada, &mut bo)?;
    // Before they had met, another laptop gave the next number as well.
    ada.enrol(assembly, &[CardText::named("Dee")], None, SECONDS)?;
    bo.enrol(assembly, &[CardText::named("Eve")], None, SECONDS)?;
    passes(&mut bo, &mut ada)?;
    drop(ada);
    in_the_window(home.path(), async |page| {
        open(&page, "people/3").await?;
        sees(&page, "Only whoever facilitates may change this card, strike it or enter that Cy left. Ask Bo.").await?;
        offers_nothing(&page).await?;
        open(&page, "people/2").await?;
        sees(
            &page,
            "Only Bo, or whoever facilitates, may change this card, strike it or enter that they left. Do it on a laptop of theirs",
        )
        .await?;
        offers_nothing(&page).await?;
        assert_eq!(violations(&page).await?, Vec::<String>::new());
        open(&page, "people/4").await?;
        sees(&page, "Number 4 was given twice").await?;
        sees(&page, "Only whoever facilitates may change this card").await?;
        offers_nothing(&page).await?;
        assert_eq!(once(&page, "return saying('button', 'Enter').length", Vec::new()).await?, json!(0));
        open(&page, "people/1").await?;
        sees(&page, "Change the card").await?;
        sees(&page, "Strike the card").await?;
        for (language, said) in [("es", "Pídaselo a Bo."), ("ar", "اطلب ذلك من Bo.")] {
            dress(&page, language, "light").await?;
            open(&page, "people/3").await?;
            sees(&page, said).await?;
        }
        Ok(())
    })
}
