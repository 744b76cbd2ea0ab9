//! The roll and the people.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::act::{Author, Entry};
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::{Day, Duty, Member};
use folkmoot::roll::{Enrolment, Kind};
use schemars::JsonSchema;
use serde::Serialize;

use super::finding::{Fit, Needle, Text};
use super::part::one_of;
use super::shelf::Kept;
use super::{Asked, misasked};
use crate::{CardText, Trouble};

/// A laptop or paper card that was admitted.
#[derive(Debug, Serialize, JsonSchema)]
struct Laptop<'a> {
    /// Its signing key.
    device: DeviceId,
    /// Whose it is.
    member: Member,
    /// The name, where the card is here.
    name: Option<&'a str>,
    /// Whether it is a paper recovery card.
    paper: bool,
    /// The admitting act.
    admitted: &'a Entry,
    /// Whether it was taken off the roll.
    removed: bool,
    /// Whether its line forks.
    forked: bool,
    /// Whether it came under a number that had another already, and that one did not let it in: nobody knows by the book whose it is.
    by_others: bool,
    /// Whether it is on the roll with a key that this laptop had, and writes with no more: unless another has it, nobody does.
    was_ours: bool,
    /// Whether whoever holds this laptop can say by a signature that it is theirs, too.
    may_be_ours: bool,
}

/// Laptops, holders, k and how many must sign.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Roll<'a> {
    /// The assembly.
    assembly: AssemblyId,
    /// What it calls itself.
    name: &'a str,
    /// Where it meets.
    place: Option<&'a str>,
    /// Its words, to compare aloud.
    words: String,
    /// How many members belong.
    members: u32,
    /// The members who hold a laptop.
    holders: BTreeSet<Member>,
    /// How many holders must sign what is binding, where there are as many.
    k: u32,
    /// How many must sign what is binding now.
    must_sign: u32,
    /// How many must sign what changes the roll.
    must_sign_for_the_roll: u32,
    /// The number that the next change of k takes.
    next_quorum: u32,
    /// Whether one member alone holds laptops, so that nobody else signs anything yet.
    provisional: bool,
    /// Laptops that were ever admitted, by key.
    devices: Vec<Laptop<'a>>,
}

/// A member with what the card says, where it is here.
#[derive(Debug, Serialize, JsonSchema)]
struct Person<'a> {
    /// The number.
    member: Member,
    /// The card that stands.
    card: Option<&'a CardText>,
    /// Person or institution.
    kind: Kind,
    /// The day on which the member left.
    left: Option<Day>,
    /// Whether two laptops gave the number at once.
    given_twice: bool,
    /// Whether the member holds a laptop; none on a day that is asked for, since no act says.
    has_laptop: Option<bool>,
    /// Every card that is here, of a number that was given twice.
    #[serde(skip_serializing_if = "Option::is_none")]
    cards: Option<Vec<&'a CardText>>,
}

/// Who may strike a member's card, replace it, or enter that they left.
#[derive(Debug, Serialize, JsonSchema)]
struct SpokenFor {
    /// Whether this laptop may: it is the member's, of somebody who facilitates, or writes on behalf of one who does and has no laptop.
    here: bool,
    /// Who facilitates, and so speaks for everybody.
    facilitators: BTreeSet<Member>,
}

/// A member's name.
#[derive(Debug, Serialize, JsonSchema)]
struct Named<'a> {
    /// The number.
    member: Member,
    /// The name.
    name: &'a str,
}

/// The names that are here, of those members who are asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Names<'a> {
    /// By number.
    names: Vec<Named<'a>>,
}

/// Members, or those among them who are asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct People<'a> {
    /// Whether who had been entered goes by what clocks claimed.
    by_claims: bool,
    /// By number, unless another order is asked for.
    members: Vec<Person<'a>>,
    /// How many members belong in all.
    of: u32,
    /// How many fit what is asked for.
    found: usize,
    /// Who may speak for the one member who is asked for; none of a list, nor on a day that is asked for.
    spoken_for: Option<SpokenFor>,
}

/// A number that two laptops gave at once, with every name that is here for it: one of them is to be entered again.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GivenTwice {
    /// The number.
    member: Member,
    /// The names.
    names: Vec<String>,
    /// What to say on the command line.
    repair: String,
}

pub(super) fn roll<'a>(asked: &Asked<'a>) -> Result<Roll<'a>, Trouble> {
    let roll = &asked.fold.book().commons.roll;
    let own = asked.desk.archive.pen(asked.assembly)?;
    let laid_down = asked.desk.laid_down(asked.assembly)?;
    let mut by_others: BTreeMap<Member, BTreeSet<DeviceId>> = BTreeMap::new();
    let devices = roll.devices.iter().map(|(id, device)| {
        let member = device.member;
        let by_others = by_others.entry(member).or_insert_with(|| asked.fold.let_in_by_others(member)).contains(id);
        Laptop {
            device: *id,
            member,
            name: asked.name(member),
            paper: device.paper,
            admitted: &device.admitted,
            removed: roll.removed.contains_key(id),
            forked: asked.fold.forkers().any(|forker| forker == *id),
            by_others,
            was_ours: laid_down.contains(id) && !roll.removed.contains_key(id),
            may_be_ours: by_others && own.as_ref().is_some_and(|own| asked.fold.may_vouch(&own.device, id)),
        }
    });
    Ok(Roll {
        assembly: asked.assembly,
        name: roll.name(),
        place: roll.founded.as_ref().and_then(|(_, _, place)| place.as_deref()),
        words: crate::words(asked.assembly),
        members: roll.size(),
        holders: roll.holders(),
        k: roll.k(),
        must_sign: roll.need(),
        must_sign_for_the_roll: roll.majority(),
        next_quorum: roll.quorums.last().map_or(0, |(number, ..)| *number) + 1,
        provisional: roll.holders().len() < 2,
        devices: devices.collect(),
    })
}

pub(super) fn people<'a>(asked: &Asked<'a>) -> Result<People<'a>, Trouble> {
    let part = asked.part("people")?;
    let among = one_of(part.among, ["belong", "laptop", "left"], "people")?;
    let by = one_of(part.by, ["number", "name", "fit"], "people")?.unwrap_or("number");
    let wanted = part.member("people")?;
    let roll = &asked.fold.book().commons.roll;
    let holders = roll.holders();
    let mut of = 0;
    let mut fits: Vec<(Option<Fit>, Member, &Enrolment)> = Vec::new();
    for (member, enrolment) in roll.members.iter().filter(|(_, enrolment)| entered(asked, enrolment)) {
        let belongs = left(asked, enrolment).is_none();
        of += u32::from(belongs);
        let listed = match among {
            Some("belong") => belongs,
            Some("laptop") => belongs && holders.contains(member),
            Some(_) => !belongs,
            None => true,
        };
        let fit = part.words().map(|needle| fit(asked, needle, *member, enrolment));
        if listed && wanted.is_none_or(|wanted| wanted == *member) && fit != Some(None) {
            fits.push((fit.flatten(), *member, enrolment));
        }
    }
    if by == "name" {
        // Whoever's name is not here comes last.
        fits.sort_by_cached_key(|(_, member, _)| {
            asked.shelf.card(asked.fold, *member).map_or((true, ""), |kept| (false, kept.text.name()))
        });
    } else if by == "fit" {
        fits.sort_by_key(|(fit, ..)| *fit);
    }
    let (found, shown) = part.of(fits);
    let members = shown.into_iter().map(|(_, member, enrolment)| Person {
        member,
        card: asked.shelf.card(asked.fold, member).map(|kept| &kept.card),
        kind: enrolment.kind(),
        left: left(asked, enrolment),
        given_twice: enrolment.given_twice(),
        // Who had a laptop on a day, no act says.
        has_laptop: asked.day.is_none().then(|| holders.contains(&member)),
        cards: enrolment.given_twice().then(|| cards(asked, enrolment).map(|kept| &kept.card).collect()),
    });
    let spoken_for = wanted.filter(|_| asked.day.is_none()).map(|member| spoken_for(asked, member)).transpose()?;
    Ok(People { by_claims: asked.day.is_some(), members: members.collect(), of, found, spoken_for })
}

fn spoken_for(asked: &Asked<'_>, member: Member) -> Result<SpokenFor, Trouble> {
    let commons = &asked.fold.book().commons;
    let own = asked.desk.archive.pen(asked.assembly)?.map(|pen| pen.device);
    let author = own.and_then(|device| commons.roll.live(&device).map(|known| Author { device, member: known.member }));
    let here = author.is_some_and(|author| commons.may_speak_for(&author, member));
    let held = commons.mandate.held(Duty::Facilitator, &commons.minutes).map(|(_, grant)| grant.member);
    Ok(SpokenFor { here, facilitators: held.filter(|holder| commons.roll.belongs(*holder)).collect() })
}

/// Whether a member had been entered by then.
fn entered(asked: &Asked<'_>, enrolment: &Enrolment) -> bool {
    let mut claims = enrolment.entered.keys().filter_map(|act| asked.fold.act(act)).map(|judged| judged.change.says().claimed_at);
    // Whoever is on the roll today was entered, whatever a clock claims.
    if asked.day.is_none() { !enrolment.entered.is_empty() } else { claims.any(|claimed_at| asked.claimed_by(claimed_at)) }
}

/// The day on which a member had left by then.
fn left(asked: &Asked<'_>, enrolment: &Enrolment) -> Option<Day> {
    enrolment.left.values().copied().find(|day| asked.by(*day))
}

/// Every card of a member that is here: one, or several where laptops gave the number at once.
pub(super) fn cards<'a>(asked: &Asked<'a>, enrolment: &'a Enrolment) -> impl Iterator<Item = &'a Kept> {
    let shelf = asked.shelf;
    enrolment.standing().filter_map(|card| shelf.kept(card))
}

/// How well a member fits what is looked for, by the card or else by the number alone.
pub(super) fn fit(asked: &Asked<'_>, needle: &Needle, member: Member, enrolment: &Enrolment) -> Option<Fit> {
    let by_number = || needle.fit(&Text::of("", [&*member.to_string()]));
    cards(asked, enrolment)
        .filter_map(|kept| needle.fit(&kept.text))
        .min()
        .or_else(|| if cards(asked, enrolment).next().is_none() { by_number() } else { None })
}

pub(super) fn names<'a>(asked: &Asked<'a>) -> Result<Names<'a>, Trouble> {
    let named = |member: Member| asked.name(member).map(|name| Named { member, name });
    let names = match asked.part("names")?.of {
        Some(numbers) => {
            let numbers = numbers.split(',').filter(|number| !number.is_empty());
            let numbers: Result<BTreeSet<u32>, _> = numbers.map(str::parse).collect();
            numbers.map_err(|_| misasked("names"))?.into_iter().map(Member).filter_map(named).collect()
        }
        None => asked.fold.book().commons.roll.members.keys().copied().filter_map(named).collect(),
    };
    Ok(Names { names })
}

pub(super) fn given_twice(asked: &Asked<'_>) -> Result<Vec<GivenTwice>, Trouble> {
    let members = &asked.fold.book().commons.roll.members;
    let twice = members.iter().filter(|(_, enrolment)| enrolment.given_twice());
    let shown = twice.map(|(member, _)| {
        let names = asked.desk.cards_of(asked.assembly, *member)?.into_iter().map(|(_, card)| card.name).collect();
        Ok(GivenTwice { member: *member, names, repair: format!("folkmoot member again {member} NAME") })
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use folkmoot::id::ActId;
    use serde_json::{Value as Json, json};

    use super::*;
    use crate::Desk;

    const NOW: i64 = 1_800_000_000;
    const DAY: &str = "2027-01-14";

    /// What a desk says of who may speak for a member, which is what the law says of a strike.
    fn spoken_for(desk: &mut Desk, assembly: AssemblyId, member: u32) -> (bool, Json) {
        let seen = desk.look(assembly, "people", &[member.to_string()], DAY.parse().unwrap()).unwrap();
        let here = seen["spoken_for"]["here"].as_bool().unwrap();
        let card = desk.card_of(assembly, Member(member)).unwrap();
        let strike = desk.check(assembly, &[json!({ "do": "people.strike", "member": member, "card": card })], NOW);
        assert_eq!(strike.is_ok(), here, "{member}: {strike:?}");
        (here, seen["spoken_for"]["facilitators"].clone())
    }

    /// What one packs for its town is read by the other.
    fn passes(from: &mut Desk, to: &mut Desk, assembly: AssemblyId) {
        let stick = from.speak(&[assembly], NOW).unwrap().0.to_bytes();
        to.receive(&stick, "stick", NOW).unwrap();
    }

    fn decides(desk: &mut Desk, assembly: AssemblyId) -> ActId {
        let acts = [
            json!({ "do": "meeting.call", "meeting": DAY, "place": "the mill" }),
            json!({ "do": "meeting.open", "meeting": DAY, "present": 12 }),
            json!({ "do": "meeting.move", "meeting": DAY, "title": "Who facilitates", "text": "Bo does.", "matter": "policy" }),
            json!({ "do": "meeting.decide", "meeting": DAY, "motion": "#2", "number": 1, "outcome": "adopted",
                "answer": { "by": "count", "for": 10, "against": 0 } }),
        ];
        desk.act(assembly, &acts, NOW).unwrap()[3]
    }

    #[test]
    fn of_a_member_it_is_said_whether_this_laptop_may_speak_for_them_and_who_facilitates() {
        let (home, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let mut ada = Desk::open(home.path()).unwrap();
        let town = ada.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
        ada.enrol(town, &[CardText::named("Bo"), CardText::named("Cy")], None, NOW).unwrap();
        assert_eq!(spoken_for(&mut ada, town, 3), (true, json!([])), "nobody was ever asked to facilitate");

        let decision = decides(&mut ada, town);
        let grant =
            json!({ "do": "mandate.grant", "decision": decision, "member": 2, "duty": "facilitator", "from": DAY, "until": "2027-12-31" });
        let grant = ada.act(town, &[grant], NOW).unwrap()[0];
        assert_eq!(spoken_for(&mut ada, town, 3), (true, json!([2])), "Bo has no laptop, so Ada's writes on Bo's behalf");

        let mut bo = Desk::open(other.path()).unwrap();
        let ask = bo.join_device(&ada.invite_device(town, Member(2), &[], NOW).unwrap(), NOW).unwrap();
        ada.admit(&ask, NOW).unwrap();
        passes(&mut ada, &mut bo, town);
        assert_eq!(spoken_for(&mut ada, town, 3), (false, json!([2])));
        assert_eq!(spoken_for(&mut ada, town, 1), (true, json!([2])), "one's own card is one's own");
        for member in [1, 2, 3] {
            assert_eq!(spoken_for(&mut bo, town, member), (true, json!([2])), "{member}");
        }

        let recall = json!({ "do": "mandate.recall", "decision": decision, "grant": grant, "reason": "asked back" });
        let recall = ada.act(town, &[recall], NOW).unwrap()[0];
        passes(&mut ada, &mut bo, town);
        bo.act(town, &[json!({ "do": "roll.sign", "act": recall })], NOW).unwrap();
        assert_eq!(spoken_for(&mut bo, town, 3), (false, json!([])), "the duty is needed, and nobody has it");
        assert_eq!(spoken_for(&mut bo, town, 2), (true, json!([])));

        let all = bo.look(town, "people", &[], DAY.parse().unwrap()).unwrap();
        assert_eq!(all["spoken_for"], Json::Null, "of a list nobody asks");
        let then = bo.look_as_of(town, "people", &["3".to_owned()], DAY.parse().unwrap()).unwrap();
        assert_eq!(then["spoken_for"], Json::Null, "nor of a day that is past");
    }
}
